package io.lifeboat.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.history.HistoryLimits;
import io.lifeboat.engine.history.HistoryRecorder;
import io.lifeboat.engine.history.HistoryStore;
import io.lifeboat.engine.history.RunInfo;
import io.lifeboat.engine.history.SegmentLimits;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.prediction.learned.Outcome;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryRunsTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration HORIZON = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private static RunInfo info(String id) {
        return new RunInfo(id, "local", "", 0, START);
    }

    private void record(HistoryRecorder recorder, int frames, Duration step, List<Truth> truths) {
        for (int i = 0; i < frames; i++) {
            recorder.record(new TelemetryFrame("a", START.plus(step.multipliedBy(i)), Map.of()));
        }
        recorder.finish(truths);
    }

    private HistoryStore store() {
        return HistoryStore.open(directory, HistoryLimits.DEFAULT, InstantSource.system());
    }

    @Test
    void theTruthOfALaterSegmentCountsForEarlierOnes() throws IOException {
        SegmentLimits limits = new SegmentLimits(Long.MAX_VALUE, Duration.ofSeconds(10));
        Instant failed = START.plusSeconds(15);
        record(
                HistoryRecorder.rolling(store(), info("cluster"), limits, problem -> {}),
                200,
                Duration.ofMillis(100),
                List.of(new Truth(
                        "a", Component.CPU, "", START.plusSeconds(5), Optional.of(failed), Optional.empty())));

        HistoryRuns.Lessons lessons = HistoryRuns.labelled(directory, HORIZON);

        assertThat(lessons.cadence().isLive()).isTrue();
        assertThat(lessons.runs()).hasSize(2);
        assertThat(lessons.runs().get(0).outcomes().of("a", Component.CPU, START.plusSeconds(6)))
                .isEqualTo(Outcome.FAILS);
    }

    @Test
    void telemetryOfDifferentCadencesIsRefused() {
        record(new HistoryRecorder(store().begin(info("live")), problem -> {}), 50, Duration.ofMillis(100), List.of());
        record(new HistoryRecorder(store().begin(info("daily")), problem -> {}), 50, Duration.ofDays(1), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistoryRuns.labelled(directory, HORIZON))
                .withMessageContaining("PT24H")
                .withMessageContaining("histories of their own");
    }
}
