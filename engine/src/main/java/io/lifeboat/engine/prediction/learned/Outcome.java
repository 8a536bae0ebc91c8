package io.lifeboat.engine.prediction.learned;

/** What became of a component within the horizon after a moment. */
public enum Outcome {
    /** It was degrading and failed. */
    FAILS,
    /** It did not fail. */
    HOLDS,
    /** Nobody can know: it had failed already, or our own action ended the observation. Not learned from. */
    UNKNOWN
}
