package io.lifeboat.junit;

import io.lifeboat.fault.InjectionEvidence;

/** A fault that was injected by hand. Thread-safe. */
public interface InjectedFault extends AutoCloseable {

    /** Makes it as bad as given, 0 to 1. */
    void severity(double severity);

    /** What it did so far. */
    InjectionEvidence evidence();

    /** Ends it in the death of its node, as {@code then = CRASH} does. Does nothing once it was undone. */
    void crash();

    /** Undoes it. Does nothing when called again. */
    @Override
    void close();
}
