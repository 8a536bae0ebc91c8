package io.lifeboat.fault;

/** The kinds of hardware failure that can be injected. */
public enum FailureType {
    /** The node's processors get slower: severity 0.9 leaves a tenth of them. */
    CPU_THROTTLE,
    /** Bits flip in the memory of the node's processes: severity is the share of the highest rate. */
    MEMORY_CORRUPTION,
    /** The node's link loses data in both directions: below severity 1 a share of it, at 1 all of it. */
    NETWORK_CUT,
    /** As {@link #NETWORK_CUT}, in one direction only. */
    NETWORK_CUT_ONE_WAY,
    /** The node's link gets slow: severity is the share of the given latency. */
    NETWORK_LATENCY,
    /** The node's link gets narrow: severity 0.9 leaves a tenth of its nominal bandwidth. */
    NETWORK_BANDWIDTH,
    /** The node's disk gets slow: at severity 1 a synchronised write takes about a second. */
    DISK_LATENCY,
    /** The node's processes stand still, and go on when the fault ends. */
    PROCESS_PAUSE,
    /** The node's processes die at once. Cannot be undone; the platform may start the node again. */
    PROCESS_CRASH
}
