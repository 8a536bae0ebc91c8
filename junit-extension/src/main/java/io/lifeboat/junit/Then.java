package io.lifeboat.junit;

/** What comes after a fault. */
public enum Then {
    /** The fault is undone. */
    RECOVER,
    /** The node dies: all its processes at once. */
    CRASH
}
