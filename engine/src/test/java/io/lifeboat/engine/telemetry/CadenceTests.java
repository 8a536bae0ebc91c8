package io.lifeboat.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CadenceTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static List<TelemetryFrame> frames(Duration... ages) {
        List<TelemetryFrame> frames = new ArrayList<>();
        for (Duration age : ages) {
            frames.add(new TelemetryFrame("a", START.plus(age), Map.of()));
            frames.add(new TelemetryFrame("b", START.plus(age).plusMillis(3), Map.of()));
        }
        return frames;
    }

    private static List<Instant> replayed(List<TelemetryFrame> frames, Cadence cadence) {
        List<Instant> ticks = new ArrayList<>();
        ReplayedTelemetry telemetry = new ReplayedTelemetry(frames, cadence);
        telemetry.run(now -> {
            telemetry.poll();
            ticks.add(now);
        });
        return ticks;
    }

    @Test
    void agentsAreLiveAndDailyRowsAreNot() {
        assertThat(Cadence.of(frames(Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(600)))
                        .isLive())
                .isTrue();
        assertThat(Cadence.of(frames(Duration.ZERO, Duration.ofDays(1), Duration.ofDays(2)))
                        .step())
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aScrapeThatIsMissingNowAndThenDoesNotCount() {
        List<TelemetryFrame> scraped = frames(
                Duration.ZERO,
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofSeconds(75),
                Duration.ofSeconds(90));
        assertThat(Cadence.of(scraped).step()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void withoutTwoFramesOfAnyNodeItIsLive() {
        assertThat(Cadence.of(frames(Duration.ZERO))).isEqualTo(Cadence.LIVE);
    }

    @Test
    void thereAndBackIsTheSameMoment() {
        Cadence daily = Cadence.of(Duration.ofDays(1));
        Instant noon = START.plus(Duration.ofHours(12));
        assertThat(Duration.between(daily.real(daily.slowed(noon)), noon)).isLessThan(Duration.ofMillis(1));
        assertThat(daily.slowed(Duration.ofDays(30))).isEqualTo(Duration.ofSeconds(15));
        assertThat(daily.real(Duration.ofSeconds(15))).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void aSlowReplayStopsOnlyWhereSomethingWasReported() {
        Cadence daily = Cadence.of(Duration.ofDays(1));
        List<TelemetryFrame> slowed = frames(Duration.ZERO, Duration.ofDays(1), Duration.ofDays(4000)).stream()
                .map(daily::slowed)
                .toList();
        assertThat(replayed(slowed, daily)).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void aLiveReplayTicksTenTimesASecond() {
        assertThat(replayed(frames(Duration.ZERO, Duration.ofSeconds(1)), Cadence.LIVE))
                .hasSize(11);
    }
}
