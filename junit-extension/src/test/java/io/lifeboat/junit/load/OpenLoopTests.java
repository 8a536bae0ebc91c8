package io.lifeboat.junit.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.junit.LoadResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpenLoopTests {

    private final VirtualLoad virtual = new VirtualLoad(7);

    private List<Long> arrivals(VirtualLoad at, io.lifeboat.junit.Load load) {
        List<Long> times = new ArrayList<>();
        load.run(() -> times.add(at.now));
        return times;
    }

    @Test
    void aConstantRateIsExactAndDoesNotDrift() {
        List<Long> times = arrivals(virtual, virtual.load.rate(300).forDuration("10s"));

        assertThat(times).hasSize(3000);
        assertThat(times.get(0)).isZero();
        assertThat(times.get(2999)).isEqualTo(Math.round(2999 / 300.0 * 1e9));
    }

    @Test
    void aRampSendsTheAreaUnderItsLine() {
        List<Long> times =
                arrivals(virtual, virtual.load.rateFrom(50).to(150).over("10s").forDuration("20s"));

        assertThat(times.stream().filter(at -> at < 10_000_000_000L)).hasSize(1000);
        assertThat(times).hasSize(2500);
    }

    @Test
    void poissonArrivalsRepeatWithTheSeedAndKeepTheRate() {
        VirtualLoad same = new VirtualLoad(7);
        VirtualLoad other = new VirtualLoad(8);

        List<Long> first = arrivals(virtual, virtual.load.rate(100).poisson().forDuration("100s"));

        assertThat(arrivals(same, same.load.rate(100).poisson().forDuration("100s")))
                .isEqualTo(first);
        assertThat(arrivals(other, other.load.rate(100).poisson().forDuration("100s")))
                .isNotEqualTo(first);
        // 10,000 expected; five standard deviations are 500.
        assertThat(first).hasSizeBetween(9_500, 10_500);
    }

    @Test
    void requestsThatWereDueDuringAStallCountItsLength() {
        LoadResult result = virtual.load.rate(100).forDuration("5s").run(stallOnce());

        assertThat(result.requests()).isEqualTo(500);
        // The stalled one and the 100 due meanwhile waited 1 s, 0.99 s, … 0.01 s, 0 s.
        assertThat(result.latencies().getCountBetweenValues(9_000, Long.MAX_VALUE / 2))
                .isEqualTo(100);
        assertThat(result.percentile(90)).isBetween(Duration.ofMillis(490), Duration.ofMillis(510));
    }

    @Test
    void aClosedLoopDoesNotSeeTheStall() {
        LoadResult result = virtual.load
                .concurrency(1)
                .thinkTime(Duration.ofMillis(10))
                .forDuration("5s")
                .run(stallOnce());

        assertThat(result.latencies().getCountBetweenValues(9_000, Long.MAX_VALUE / 2))
                .isEqualTo(1);
        assertThat(result.percentile(99)).isLessThan(Duration.ofMillis(1));
    }

    private io.lifeboat.junit.LoadGenerator.Action stallOnce() {
        AtomicInteger count = new AtomicInteger();
        return () -> {
            if (count.incrementAndGet() == 100) {
                virtual.pass(Duration.ofSeconds(1));
            }
            return true;
        };
    }

    @Test
    void aLoadWithoutDurationEndsWithTheExperiment() {
        virtual.end = OptionalLong.of(2_000_000_000L);

        assertThat(virtual.load.rate(10).run(() -> "ok").requests()).isEqualTo(20);
        assertThat(virtual.now).isEqualTo(2_000_000_000L);
    }

    @Test
    void intervalsAddUpToTheResultAndSilentOnesAreReported() {
        LoadResult result = virtual.load.rate(1).forDuration("4s").run(() -> "ok");

        assertThat(virtual.samples.stream().mapToLong(LoadSample::succeeded).sum())
                .isEqualTo(4)
                .isEqualTo(result.succeeded());
        assertThat(virtual.samples).anyMatch(sample -> sample.succeeded() == 0);
        assertThat(virtual.samples.stream().mapToLong(LoadSample::durationNanos).sum())
                .isEqualTo(4_000_000_000L);
        assertThat(virtual.meters
                        .get("lifeboat.load.requests")
                        .tag("outcome", "success")
                        .timer()
                        .count())
                .isEqualTo(4);
    }

    @Test
    void failuresKeepTheirFirstReason() {
        AtomicInteger count = new AtomicInteger();

        LoadResult result = virtual.load.rate(10).forDuration("1s").run(() -> {
            if (count.incrementAndGet() > 5) {
                throw new java.io.IOException("refused " + count);
            }
            return count.get() != 3;
        });

        assertThat(result.failed()).isEqualTo(6);
        assertThat(result.errorRate()).isEqualTo(0.6);
        assertThat(result.firstFailure()).isEqualTo("the request returned false");
    }

    @Test
    void percentilesAreThoseOfTheData() {
        for (int i = 1; i <= 1000; i++) {
            virtual.load.record("checkout", Duration.ofMillis(i), true);
        }
        virtual.load.close();

        LoadSample sample = virtual.samples.get(virtual.samples.size() - 1);
        assertThat(sample.succeeded()).isEqualTo(1000);
        for (int percent : new int[] {1, 50, 90, 99, 100}) {
            double expected = percent * 10_000.0;
            assertThat((double) sample.latencies().getValueAtPercentile(percent))
                    .isBetween(expected * 0.999, expected * 1.001);
        }
    }
}
