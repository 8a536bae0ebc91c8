package io.lifeboat.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.prediction.learned.LabelledRun;
import io.lifeboat.engine.prediction.learned.Outcome;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProductionTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration HORIZON = Duration.ofDays(10);

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private static List<TelemetryFrame> frames(int nodes) {
        List<TelemetryFrame> frames = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            for (int day = 0; day < 100; day++) {
                frames.add(new TelemetryFrame("n" + node, day(day), Map.of()));
            }
        }
        return frames;
    }

    private static Truth failure(int node, int day) {
        return new Truth("n" + node, Component.DISK, "", day(day), Optional.of(day(day)), Optional.empty());
    }

    private static Set<String> nodes(LabelledRun run) {
        return run.frames().stream().map(TelemetryFrame::node).collect(Collectors.toSet());
    }

    @Test
    void ofManyNodesEachPartHasItsOwnAndItsShareOfFailures() {
        List<Truth> truths = new ArrayList<>();
        for (int node = 0; node < 15; node++) {
            truths.add(failure(node, 50 + node));
        }
        List<LabelledRun> parts = new Production(frames(40), truths, HORIZON).parts();
        assertThat(parts).hasSize(Production.PARTS);
        Set<String> seen = new HashSet<>();
        for (LabelledRun part : parts) {
            assertThat(nodes(part)).hasSize(8).noneMatch(seen::contains);
            assertThat(nodes(part).stream().filter(node -> Integer.parseInt(node.substring(1)) < 15))
                    .hasSize(3);
            seen.addAll(nodes(part));
        }
    }

    @Test
    void ofFewNodesEachPartIsAStretchOfTime() {
        List<LabelledRun> parts = new Production(frames(3), List.of(), HORIZON).parts();
        assertThat(parts).hasSize(Production.PARTS);
        for (int i = 0; i < Production.PARTS; i++) {
            assertThat(nodes(parts.get(i))).hasSize(3);
            assertThat(parts.get(i).frames().get(0).at()).isEqualTo(day(20 * i));
        }
    }

    @Test
    void aFailureThatNobodyKnowsTheOnsetOfBeginsAHorizonBefore() {
        LabelledRun.Outcomes outcomes = new Production(frames(3), List.of(failure(0, 60)), HORIZON)
                .parts()
                .get(0)
                .outcomes();
        assertThat(outcomes.of("n0", Component.DISK, day(49))).isEqualTo(Outcome.HOLDS);
        assertThat(outcomes.of("n0", Component.DISK, day(50))).isEqualTo(Outcome.FAILS);
        assertThat(outcomes.of("n0", Component.CPU, day(50))).isEqualTo(Outcome.HOLDS);
        assertThat(outcomes.of("n0", Component.DISK, day(60))).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void whatBecomesOfANodeAfterItsLastReportIsUnknown() {
        LabelledRun.Outcomes outcomes =
                new Production(frames(3), List.of(), HORIZON).parts().get(0).outcomes();
        assertThat(outcomes.of("n1", Component.DISK, day(89))).isEqualTo(Outcome.HOLDS);
        assertThat(outcomes.of("n1", Component.DISK, day(90))).isEqualTo(Outcome.UNKNOWN);
    }
}
