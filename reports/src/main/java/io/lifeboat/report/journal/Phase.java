package io.lifeboat.report.journal;

/** The phases of an experiment. */
public enum Phase {
    /** Under load, before the first fault: the steady state. */
    BASELINE,
    /** From the first injection until the last fault is cleared. */
    FAULT,
    /** After the last fault was cleared. */
    RECOVERY,
    /** All of the above together. */
    WHOLE
}
