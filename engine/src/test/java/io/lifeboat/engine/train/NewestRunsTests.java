package io.lifeboat.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.history.HistoryLimits;
import io.lifeboat.engine.history.HistoryStore;
import io.lifeboat.engine.history.HistoryWriter;
import io.lifeboat.engine.history.RunInfo;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.prediction.learned.LabelledRun;
import io.lifeboat.engine.prediction.learned.Outcome;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewestRunsTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration HORIZON = Duration.ofSeconds(30);

    @TempDir
    Path history;

    private static Instant hour(int number) {
        return START.plus(Duration.ofHours(number));
    }

    /** Two nodes, so many seconds: twenty moments a second, and two for the last one. */
    private Path record(int hour, int seconds) {
        HistoryStore store = HistoryStore.open(history, HistoryLimits.DEFAULT, () -> hour(hour));
        RunInfo info = new RunInfo("run-" + hour, "local", "test", 1, hour(hour));
        try (HistoryWriter writer = store.begin(info)) {
            for (int second = 0; second <= seconds; second++) {
                for (String node : List.of("node-1", "node-2")) {
                    writer.append(new TelemetryFrame(
                            node, hour(hour).plusSeconds(second), Map.of(Metric.CPU_THROTTLED, 0.1)));
                }
            }
            writer.finish(List.of(new Truth(
                    "node-1",
                    Component.CPU,
                    "CPU_THROTTLE",
                    hour(hour).plusSeconds(1),
                    Optional.of(hour(hour).plusSeconds(seconds)),
                    Optional.empty())));
        }
        return store.runs().get(store.runs().size() - 1).directory();
    }

    private List<String> ids(long mostMoments) throws IOException {
        return new NewestRuns(history, HORIZON, mostMoments)
                .runs(hour(100)).stream().map(LabelledRun::id).toList();
    }

    private void segment(int hour, List<Truth> truths) {
        HistoryStore store = HistoryStore.open(history, HistoryLimits.DEFAULT, () -> hour(hour));
        try (HistoryWriter writer =
                store.begin(new RunInfo("live", "cluster", "", 0, hour(hour), Optional.of("live@start")))) {
            writer.append(new TelemetryFrame("node-1", hour(hour), Map.of(Metric.CPU_THROTTLED, 0.1)));
            writer.finish(truths);
        }
    }

    @Test
    void whatIsKnownInALaterSegmentOfARecordingCountsForTheEarlierOnes() throws IOException {
        segment(0, List.of());
        segment(
                1,
                List.of(new Truth(
                        "node-1",
                        Component.CPU,
                        "worn",
                        hour(0).minusSeconds(5),
                        Optional.of(hour(0).plusSeconds(20)),
                        Optional.empty())));

        LabelledRun first = new NewestRuns(history, HORIZON).runs(hour(100)).get(0);

        assertThat(first.outcomes().of("node-1", Component.CPU, hour(0))).isEqualTo(Outcome.FAILS);
    }

    @Test
    void asManyOfTheNewestAsFitComeInTheOrderOfTimeWithTheirOutcomes() throws IOException {
        for (int hour = 0; hour < 5; hour++) {
            record(hour, 10);
        }

        assertThat(ids(1_000_000)).containsExactly("run-0", "run-1", "run-2", "run-3", "run-4");
        assertThat(ids(606)).containsExactly("run-2", "run-3", "run-4");
        assertThat(ids(605)).containsExactly("run-3", "run-4");
        LabelledRun run = new NewestRuns(history, HORIZON).runs(hour(100)).get(0);
        assertThat(run.outcomes().of("node-1", Component.CPU, hour(0).plusSeconds(5)))
                .isEqualTo(Outcome.FAILS);
        assertThat(run.outcomes().of("node-2", Component.CPU, hour(0).plusSeconds(5)))
                .isEqualTo(Outcome.HOLDS);
    }

    @Test
    void aRunThatIsTooLongForAllTheMemoryIsLeftOut() throws IOException {
        record(0, 10);
        record(1, 1_000);
        record(2, 10);

        assertThat(ids(500)).containsExactly("run-0", "run-2");
    }

    @Test
    void nothingLaterThanNowIsLearnedFrom() throws IOException {
        record(0, 10);
        record(1, 10);

        assertThat(new NewestRuns(history, HORIZON).runs(hour(1).plusSeconds(9)))
                .extracting(LabelledRun::id)
                .containsExactly("run-0");
    }

    @Test
    void aDamagedRunAndOneWithoutTruthAreLeftOut() throws IOException {
        Path damaged = record(0, 10);
        record(1, 10);
        Path unfinished = record(2, 10);
        Files.writeString(damaged.resolve("run.json"), "{");
        Files.delete(unfinished.resolve("truth.csv"));

        assertThat(ids(1_000_000)).containsExactly("run-1");
    }

    @Test
    void aHistoryThatIsNotThereIsToldAndNotMade() {
        Path missing = history.resolve("missing");
        assertThatThrownBy(() -> new NewestRuns(missing, HORIZON).runs(START))
                .hasMessageContaining("lifeboat.adapt.history");
        assertThat(missing).doesNotExist();
    }
}
