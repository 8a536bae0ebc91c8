package io.lifeboat.junit;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests and measures what their sender saw. Thread-safe; several loads may run at a time under different names.
 *
 * <p>{@link #rate} and {@link #rateFrom} are open loops: requests are due at times that do not depend on the answers,
 * and latency counts from when a request was <em>due</em>, so that a target that stalls cannot hide it by being asked
 * less (coordinated omission). {@link #concurrency} is a closed loop and has that blind spot by its nature.
 */
public interface LoadGenerator {

    /**
     * A constant arrival rate.
     *
     * @param perSecond requests a second, more than 0 and at most 100,000
     */
    Load rate(double perSecond);

    /** A rate that changes linearly from here, and then stays. Same range as {@link #rate}. */
    Ramp rateFrom(double perSecond);

    /** A closed loop: so many users, each of whom sends the next request after the answer to the last. 1 to 1,000. */
    Load concurrency(int users);

    /** Counts a request that the test made by itself. The latency is at least 0. */
    void record(String name, Duration latency, boolean success);

    /** Makes one request and counts it; a failure is one that throws or that {@link ResponseCheck#DEFAULT} rejects. */
    <T extends @Nullable Object> T time(String name, Callable<T> request) throws Exception;

    /** One request. What it throws counts as its failure, what it returns goes to the {@link ResponseCheck}. */
    @FunctionalInterface
    interface Action {
        @Nullable
        Object call() throws Exception;
    }

    /** The start of a linear ramp. */
    interface Ramp {
        /** Requests a second at the end of the ramp. */
        RampTo to(double perSecond);
    }

    /** A linear ramp that has no length yet. */
    interface RampTo {
        Load over(Duration length);

        /** As {@link #over(Duration)}, written as {@code "10s"}. */
        Load over(String length);
    }
}
