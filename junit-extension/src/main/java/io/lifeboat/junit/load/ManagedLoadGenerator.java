package io.lifeboat.junit.load;

import io.lifeboat.junit.LoadGenerator;

/** A load generator with an owner who ends it. */
public interface ManagedLoadGenerator extends LoadGenerator, AutoCloseable {

    /** Stops all loads, waits for requests under way, delivers the last intervals. No thread is left. Idempotent. */
    @Override
    void close();
}
