package io.lifeboat.junit;

/** What the engine may do during a test. */
public enum EngineMode {
    /** Predicts, alerts, and moves workloads before their node fails. */
    ACTING,
    /** Predicts and alerts, but starts workloads elsewhere only once their node is dead: what a platform does without the engine. */
    REACTING,
    /** Predicts and alerts, and touches nothing. */
    OBSERVING
}
