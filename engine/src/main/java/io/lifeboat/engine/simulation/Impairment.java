package io.lifeboat.engine.simulation;

/** What can be wrong with a simulated node, with a severity of 0 (nothing) to 1 (worst). */
public enum Impairment {
    /** Share of processor time taken away by a quota. */
    CPU_THROTTLE,
    /** Share of time in which the node's processes are stopped from outside. */
    CPU_STEAL,
    /** Bit errors: at severity 1 about 120 corrected ones a second, and uncorrected ones above 0.8. */
    MEMORY_ERRORS,
    /** Share of packets lost. */
    NETWORK_LOSS,
    /** Added round trip: 400 ms at severity 1. */
    NETWORK_LATENCY,
    /** Added time of a write: 1 s at severity 1. */
    DISK_LATENCY
}
