package io.lifeboat.engine;

/** How urgent an alert is. Ordered from least to most urgent. */
public enum AlertTier {
    /** Worth knowing: the probability is well above what is normal. */
    INFORMATIONAL,
    /** Preparations pay: the node takes no new work. */
    WARNING,
    /** Moving now costs less than waiting: workloads are moved. */
    CRITICAL
}
