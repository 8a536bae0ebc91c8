package io.lifeboat.junit;

import io.lifeboat.fault.InjectionEvidence;

/** A fault that was injected by hand. Thread-safe. */
public interface InjectedFault extends AutoCloseable {

    /** Makes it as bad as given, 0 to 1. */
    void severity(double severity);

    /** What it did so far. */
    InjectionEvidence evidence();

    /** Undoes it. Does nothing when called again. */
    @Override
    void close();
}
