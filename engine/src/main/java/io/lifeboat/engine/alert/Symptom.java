package io.lifeboat.engine.alert;

/** What is wrong with a node, as far as incidents are concerned. */
public enum Symptom {
    /** It has an open warning. */
    WARNED,
    /** It has an open critical alert, or the platform has lost it. */
    FAILING,
    /** It sends no telemetry, and the platform says that nothing is wrong. */
    SILENT
}
