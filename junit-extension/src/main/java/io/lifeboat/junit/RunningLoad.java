package io.lifeboat.junit;

/** A load under way. Thread-safe. */
public interface RunningLoad extends AutoCloseable {

    String name();

    /** Sends no more requests. Returns at once; those under way are still waited for by {@link #await}. */
    void stop();

    /**
     * Waits until the load is over and every request has been answered or given up.
     *
     * @throws java.util.concurrent.CancellationException if the waiting thread is interrupted (its flag stays set); the
     *     load is stopped, and requests under way count as failed
     * @throws IllegalStateException if measuring itself failed
     */
    LoadResult await();

    /** Stops and waits. */
    @Override
    void close();
}
