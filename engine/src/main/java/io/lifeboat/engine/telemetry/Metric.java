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
    /** Rows of memory with errors in more than one column: faults of a word line, told from errors that come by chance. */
    MEMORY_ROW_FAULTS(Component.MEMORY, "count"),
    /** Columns of memory with errors in more than one row: faults of a bit line. */
    MEMORY_COLUMN_FAULTS(Component.MEMORY, "count"),
    /** Banks of memory with errors in more than one row and in more than one column. */
    MEMORY_BANK_FAULTS(Component.MEMORY, "count"),
    /** Share of time in which work waited for memory, 0 to 1. */
    MEMORY_PRESSURE(Component.MEMORY, "share"),
    /** Seconds for a small write that reaches the device. */
    DISK_LATENCY(Component.DISK, "s"),
    /** Reads and writes that failed, per second. */
    DISK_ERRORS(Component.DISK, "1/s"),
    /** Commands that the disk did not answer in time, per second (SMART 188). */
    DISK_TIMEOUTS(Component.DISK, "1/s"),
    /** Sectors that the disk has replaced by spare ones (SMART 5). */
    DISK_REALLOCATED_SECTORS(Component.DISK, "count"),
    /** Sectors that the disk could not read and will replace when they are written (SMART 197). */
    DISK_PENDING_SECTORS(Component.DISK, "count"),
    /** Sectors that the disk could not read when it checked itself (SMART 198). */
    DISK_UNREADABLE_SECTORS(Component.DISK, "count"),
    /** Degrees Celsius of the disk (SMART 194). */
    DISK_TEMPERATURE(Component.DISK, "°C"),
    /** Hours for which the disk has been powered (SMART 9). */
    DISK_AGE(Component.DISK, "h"),
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
    LOG_ERRORS(null, "1/s"),
    /** Lines at level fatal that were logged, per second; counted among {@link #LOG_ERRORS} too. */
    LOG_FATAL(null, "1/s"),
    /** Lines at level warning that were logged, per second. */
    LOG_WARNINGS(null, "1/s"),
    /** Lines of a kind that was never logged before, per second. */
    LOG_NEW_TEMPLATES(null, "1/s");

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
