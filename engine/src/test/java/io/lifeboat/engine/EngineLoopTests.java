package io.lifeboat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.simulation.SimulatedCluster;
import io.lifeboat.engine.testkit.Await;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
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

    private static void closeWhen(EngineLoop loop, Callable<Boolean> condition) {
        try {
            Await.until("ticks enough", condition);
        } finally {
            loop.close();
        }
    }

    @Test
    void itTicksFromOneNamedDaemonThreadUntilItIsClosed() {
        closeWhen(start(() -> {}), () -> polls.get() >= 5);
        int after = polls.get();
        assertThat(threads)
                .allMatch(thread -> thread.isDaemon() && thread.getName().equals("lifeboat-engine"));
        Await.until("the thread ends", () -> threads.stream().noneMatch(Thread::isAlive));
        assertThat(polls.get()).isEqualTo(after);
        assertThat(failures).isEmpty();
    }

    @Test
    void aTickThatThrowsIsReportedAndTheNextOneIsTried() {
        Runnable broken = () -> {
            throw new IllegalStateException("telemetry is broken");
        };
        closeWhen(start(broken), () -> failures.size() >= 3);
        assertThat(failures).allMatch(failure -> "telemetry is broken".equals(failure.getMessage()));
    }

    @Test
    void aListenerOfFailuresThatThrowsDoesNotEndTheLoopEither() {
        Engine broken = engine(() -> {
            throw new IllegalStateException("telemetry is broken");
        });
        EngineLoop loop = EngineLoop.start(broken, InstantSource.system(), Duration.ofMillis(2), failure -> {
            throw new IllegalArgumentException("the listener is broken too");
        });
        closeWhen(loop, () -> polls.get() >= 3);
    }

    @Test
    void anIntervalOfZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> EngineLoop.start(engine(() -> {}), InstantSource.system(), Duration.ZERO, failures::add))
                .withMessage("interval (PT0S) must be positive.");
    }
}
