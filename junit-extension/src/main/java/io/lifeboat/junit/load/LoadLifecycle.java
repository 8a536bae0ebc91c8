package io.lifeboat.junit.load;

import java.util.OptionalLong;

/** What loads and the experiment tell each other. Must be thread-safe. */
public interface LoadLifecycle {

    /** A load is about to send its first request. */
    default void started(String name) {}

    /** When loads without a duration of their own end, on the configured clock; asked again and again. */
    OptionalLong endNanos();

    /** A load is over, with all its intervals delivered. */
    default void ended(String name) {}
}
