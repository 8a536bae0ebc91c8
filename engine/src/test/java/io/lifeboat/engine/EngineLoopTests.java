package io.lifeboat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.simulation.SimulatedCluster;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class EngineLoopTests {

    private final SimulatedCluster cluster = SimulatedCluster.builder().nodes(3).build();
    private final AtomicInteger polls = new AtomicInteger();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    private Engine engine(Runnable onPoll) {
        return Engine.builder()
                .operator(cluster)
                .telemetry(() -> {
                    polls.incrementAndGet();
                    threads.add(Thread.currentThread());
                    onPoll.run();
                    return List.of();
                })
                .predictor(new TrendPredictor())
                .build();
    }

    private EngineLoop start(Runnable onPoll) {
        return EngineLoop.start(engine(onPoll), InstantSource.system(), Duration.ofMillis(2), failures::add);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void itTicksFromOneNamedDaemonThreadUntilItIsClosed() {
        try (EngineLoop loop = start(() -> {})) {
            await(() -> polls.get() >= 5);
            loop.close();
            int after = polls.get();
            assertThat(threads)
                    .allMatch(thread -> thread.isDaemon() && thread.getName().equals("lifeboat-engine"));
            await(() -> threads.stream().noneMatch(Thread::isAlive));
            assertThat(polls.get()).isEqualTo(after);
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void aTickThatThrowsIsReportedAndTheNextOneIsTried() {
        try (EngineLoop loop = start(() -> {
            throw new IllegalStateException("telemetry is broken");
        })) {
            await(() -> failures.size() >= 3);
        }
        assertThat(failures).allMatch(failure -> failure.getMessage().equals("telemetry is broken"));
    }

    @Test
    void aListenerOfFailuresThatThrowsDoesNotEndTheLoopEither() {
        EngineLoop loop = EngineLoop.start(
                engine(() -> {
                    throw new IllegalStateException("telemetry is broken");
                }),
                InstantSource.system(),
                Duration.ofMillis(2),
                failure -> {
                    throw new IllegalArgumentException("the listener is broken too");
                });
        try (loop) {
            await(() -> polls.get() >= 3);
        }
    }

    @Test
    void anIntervalOfZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> EngineLoop.start(engine(() -> {}), InstantSource.system(), Duration.ZERO, failures::add))
                .withMessage("interval (PT0S) must be positive.");
    }
}
