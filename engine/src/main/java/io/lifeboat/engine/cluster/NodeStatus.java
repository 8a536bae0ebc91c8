package io.lifeboat.engine.cluster;

/** What the platform says about a node. Says nothing about its predicted health. */
public enum NodeStatus {
    /** Runs and accepts workloads. */
    READY,
    /** Runs, but accepts no new workloads. */
    CORDONED,
    /** Has not been heard of for the platform's grace period; its workloads may still run. */
    UNREACHABLE,
    /** Known to be dead; nothing on it runs any more. */
    DOWN
}
