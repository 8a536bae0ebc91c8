package io.lifeboat.junit.load;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Everything a load generator depends on.
 *
 * @param seed of random arrivals
 * @param nanos monotonic clock
 * @param sleeper waits on the same clock
 * @param inline everything on the calling thread, for virtual time: {@code run} only, one user in a closed loop
 * @param sink hears every interval
 * @param meters gets the timer {@code lifeboat.load.requests}
 * @param lifecycle of the experiment
 * @param interval between two calls of the sink
 * @param drainTimeout how long requests under way are waited for at the end
 * @param maxWorkers threads that send requests of one open loop
 * @param queueCapacity requests of one open loop that may wait for a thread; more of them fail
 * @param transport carries the requests of {@code get}
 */
public record LoadConfig(
        long seed,
        LongSupplier nanos,
        Sleeper sleeper,
        boolean inline,
        LoadSink sink,
        MeterRegistry meters,
        LoadLifecycle lifecycle,
        Duration interval,
        Duration drainTimeout,
        int maxWorkers,
        int queueCapacity,
        Transport transport) {

    /** Real threads and the usual limits: 250 ms, 10 s, 256 threads, 100,000 waiting requests. */
    public static LoadConfig realTime(
            long seed, LongSupplier nanos, LoadSink sink, MeterRegistry meters, LoadLifecycle lifecycle) {
        return new LoadConfig(
                seed,
                nanos,
                Sleeper.parking(nanos),
                false,
                sink,
                meters,
                lifecycle,
                Duration.ofMillis(250),
                Duration.ofSeconds(10),
                256,
                100_000,
                new HttpGets());
    }

    /** All on the calling thread; the sleeper makes time pass. */
    public static LoadConfig virtualTime(
            long seed,
            LongSupplier nanos,
            Sleeper sleeper,
            LoadSink sink,
            MeterRegistry meters,
            LoadLifecycle lifecycle,
            Transport transport) {
        return new LoadConfig(
                seed,
                nanos,
                sleeper,
                true,
                sink,
                meters,
                lifecycle,
                Duration.ofMillis(250),
                Duration.ofSeconds(10),
                1,
                100_000,
                transport);
    }
}
