package io.lifeboat.junit;

/** What to do if a failure cannot be injected here. */
public enum OnUnavailable {
    /** The test fails and says what would help. The default: a test that injects nothing must not be green. */
    FAIL,
    /** The test is skipped, with the reason. */
    ABORT
}
