package io.lifeboat.junit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.lifeboat.junit.LoadResult;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RealLoadTests {

    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final ManagedLoadGenerator load = generator(256, 100_000);

    private ManagedLoadGenerator generator(int workers, int queue) {
        LoadSink sink = new LoadSink() {
            @Override
            public void interval(LoadSample sample) {}

            @Override
            public void note(String text) {
                notes.add(text);
            }
        };
        return LoadGenerators.create(new LoadConfig(
                1,
                System::nanoTime,
                Sleeper.parking(System::nanoTime),
                false,
                sink,
                new SimpleMeterRegistry(),
                OptionalLong::empty,
                Duration.ofMillis(50),
                Duration.ofMillis(300),
                workers,
                queue,
                new HttpGets()));
    }

    @AfterEach
    void close() {
        load.close();
    }

    /** One thread answers: while it is stalled, everybody waits, as in front of a long garbage collection. */
    @Test
    void aStalledServerIsSeenByAllWhoWereDue() throws IOException {
        AtomicInteger count = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            if (count.incrementAndGet() == 100) {
                pause(1000);
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try {
            LoadResult result = load.rate(100).forDuration("3s").get(uri);

            assertThat(result.requests()).isEqualTo(300);
            assertThat(result.failed()).isZero();
            assertThat(result.latencies().getCountBetweenValues(500_000, Long.MAX_VALUE / 2))
                    .isGreaterThanOrEqualTo(45);
        } finally {
            server.stop(0);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void requestsThatNeverReturnCountAsFailedWithTheirAge() {
        CountDownLatch never = new CountDownLatch(1);

        LoadResult result = load.rate(50).forDuration("200ms").run(() -> {
            never.await();
            return null;
        });

        assertThat(result.failed()).isEqualTo(10).isEqualTo(result.requests());
        assertThat(result.firstFailure()).contains("no answer within");
        assertThat(result.max()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void aFullQueueFailsRequestsAndSaysSoOnce() {
        CountDownLatch never = new CountDownLatch(1);
        try (ManagedLoadGenerator small = generator(2, 5)) {
            LoadResult result = small.rate(1000).forDuration("100ms").run(() -> {
                never.await();
                return null;
            });

            assertThat(result.failed()).isEqualTo(100);
            assertThat(result.firstFailure()).isEqualTo("load generator saturated");
            assertThat(notes).hasSize(1);
        }
    }

    @Test
    void anInterruptedTestThreadEndsTheLoad() {
        Thread test = Thread.currentThread();
        try {
            assertThatThrownBy(() -> load.rate(100).forDuration("1h").run(() -> {
                        test.interrupt();
                        return null;
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(test.isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void noThreadIsLeftAfterClose() {
        load.rate(200).named("leak").forDuration("1h").start(() -> null);
        load.concurrency(4).named("leak-users").forDuration("1h").start(() -> null);
        load.close();

        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (leaked() && System.nanoTime() < end) {
            pause(10);
        }
        assertThat(leaked()).isFalse();
    }

    private static boolean leaked() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("lifeboat-load-leak"));
    }
}
