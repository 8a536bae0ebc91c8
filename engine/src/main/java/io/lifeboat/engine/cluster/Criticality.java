package io.lifeboat.engine.cluster;

/** How much an outage of a workload hurts. It sets the cost of downtime and how soon the workload is moved. */
public enum Criticality {
    /** May wait for a maintenance window. */
    LOW,
    /** The default. */
    MEDIUM,
    /** Moved at once, ahead of every queue. */
    HIGH
}
