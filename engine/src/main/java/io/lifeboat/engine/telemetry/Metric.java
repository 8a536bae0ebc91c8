package io.lifeboat.engine.telemetry;

import io.lifeboat.engine.cluster.Component;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A signal that a node reports. Every value is a rate or a level at one moment, never a running total. */
public enum Metric {
    /** Share of the node's processors in use, 0 to 1. */
    CPU_UTILISATION(Component.CPU, "share"),
    /** Share of time in which the node was held back by a quota, 0 to 1. */
    CPU_THROTTLED(Component.CPU, "share"),
    /** Share of time in which the node's processes were stopped from outside although they wanted to run, 0 to 1. */
    CPU_STEAL(Component.CPU, "share"),
    /** Share of time in which runnable work waited for a processor, 0 to 1. */
    CPU_PRESSURE(Component.CPU, "share"),
    /** Degrees Celsius of the hottest sensor. */
    CPU_TEMPERATURE(Component.CPU, "°C"),
    /** Share of the node's memory in use, 0 to 1. */
    MEMORY_USED(Component.MEMORY, "share"),
    /** Single-bit errors found and repaired, per second. */
    MEMORY_CORRECTED_ERRORS(Component.MEMORY, "1/s"),
    /** Multi-bit errors found that could not be repaired, per second. */
    MEMORY_UNCORRECTED_ERRORS(Component.MEMORY, "1/s"),
    /** Share of time in which work waited for memory, 0 to 1. */
    MEMORY_PRESSURE(Component.MEMORY, "share"),
    /** Seconds for a small write that reaches the device. */
    DISK_LATENCY(Component.DISK, "s"),
    /** Reads and writes that failed, per second. */
    DISK_ERRORS(Component.DISK, "1/s"),
    /** Share of the node's disk in use, 0 to 1. */
    DISK_USED(Component.DISK, "share"),
    /** Share of time in which work waited for the disk, 0 to 1. */
    DISK_PRESSURE(Component.DISK, "share"),
    /** Seconds for a probe from the node to the control plane and back. */
    NETWORK_ROUND_TRIP(Component.NETWORK, "s"),
    /** Share of probes without an answer, 0 to 1. */
    NETWORK_LOSS(Component.NETWORK, "share"),
    /** Probes that had to be sent again, per second. */
    NETWORK_RETRANSMITS(Component.NETWORK, "1/s"),
    /** Watts drawn by the processor package. */
    POWER(null, "W"),
    /** Lines at level error or worse that workloads logged, per second. */
    LOG_ERRORS(null, "1/s");

    private final @Nullable Component component;
    private final String unit;

    Metric(@Nullable Component component, String unit) {
        this.component = component;
        this.unit = unit;
    }

    /** The part of the node that this signal tells of; empty when it tells of the node as a whole. */
    public Optional<Component> component() {
        return Optional.ofNullable(component);
    }

    public String unit() {
        return unit;
    }
}
