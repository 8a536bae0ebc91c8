package io.lifeboat.junit;

/** What the engine may do during a test. */
public enum EngineMode {
    /** Predicts, alerts, and moves workloads. */
    ACTING,
    /** Predicts and alerts, but moves nothing before a node is dead: what the platform alone would do. */
    OBSERVING,
    /** Not there at all. */
    OFF
}
