package io.lifeboat.engine.adapt;

import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundTrainingTests {

    private final Executor executor = BackgroundTraining.thread();

    @Test
    void whoAsksForATrainingDoesNotWaitForIt() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Thread> training = supplyAsync(
                () -> {
                    await(asked);
                    return Thread.currentThread();
                },
                executor);

        assertThat(training).isNotDone();
        asked.countDown();

        assertThat(training.join()).isNotEqualTo(Thread.currentThread());
    }

    @Test
    void trainingKeepsNoJvmAliveAndGivesWayToTheEngine() {
        Thread thread = supplyAsync(Thread::currentThread, executor).join();

        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
        assertThat(thread.getName()).isEqualTo("lifeboat-retraining");
    }

    @Test
    void twoAreNeverTrainedAtOnce() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<CompletableFuture<Void>> trainings = IntStream.range(0, 50)
                .mapToObj(i -> runAsync(
                        () -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            Thread.yield();
                            running.decrementAndGet();
                        },
                        executor))
                .toList();

        trainings.forEach(CompletableFuture::join);

        assertThat(most).hasValue(1);
    }

    @Test
    void oneThatThrowsIsToldAndDoesNotKeepTheNextFromRunning() {
        CompletableFuture<Void> broken = runAsync(
                () -> {
                    throw new IllegalStateException("no labels");
                },
                executor);

        assertThatThrownBy(broken::join).isInstanceOf(CompletionException.class).hasMessageContaining("no labels");
        assertThat(supplyAsync(() -> "trained", executor).join()).isEqualTo("trained");
    }

    @Test
    void theThreadGoesWhenThereIsNothingToTrainAndComesAgainWhenThereIs() throws InterruptedException {
        Executor impatient = BackgroundTraining.thread(Duration.ofMillis(1));

        Thread first = supplyAsync(Thread::currentThread, impatient).join();
        first.join();
        Thread second = supplyAsync(Thread::currentThread, impatient).join();

        assertThat(first.isAlive()).isFalse();
        assertThat(second).isNotEqualTo(first);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
