package io.lifeboat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.EngineEvent.AlertRaised;
import io.lifeboat.engine.EngineEvent.ClockSetBack;
import io.lifeboat.engine.EngineEvent.MigrationStarted;
import io.lifeboat.engine.EngineEvent.Predicted;
import io.lifeboat.engine.EngineEvent.TelemetryRefused;
import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.simulation.Impairment;
import io.lifeboat.engine.simulation.SimulatedClock;
import io.lifeboat.engine.simulation.SimulatedCluster;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clocks are set and disagree: that must neither hide a failure nor look like one. */
class ClockTests {

    private static final Duration HOUR = Duration.ofHours(1);

    /** How far the clock of the engine and the nodes is from that of the cluster. */
    private Duration set = Duration.ZERO;

    private boolean fromTheFuture;
    private boolean mute;

    private final List<EngineEvent> events = new ArrayList<>();
    private final SimulatedClock clock = SimulatedClock.atEpoch();
    private final SimulatedCluster cluster = SimulatedCluster.builder()
            .clock(clock)
            .seed(1)
            .nodes(3)
            .workload(EngineRun.workload("orders", "node-1", Criticality.HIGH))
            .build();
    private final Engine engine = Engine.builder()
            .operator(cluster)
            .telemetry(() -> Stream.concat(
                            cluster.poll().stream().filter(frame -> !mute).map(this::skewed), extra())
                    .toList())
            .predictor(new TrendPredictor())
            .listener(events::add)
            .build();

    private TelemetryFrame skewed(TelemetryFrame frame) {
        return new TelemetryFrame(frame.node(), frame.at().plus(set), frame.values());
    }

    private Stream<TelemetryFrame> extra() {
        Instant at = clock.instant().plus(set).plus(HOUR);
        return fromTheFuture ? Stream.of(new TelemetryFrame("node-1", at, Map.of())) : Stream.empty();
    }

    private void seconds(double seconds) {
        cluster.advance(Duration.ofMillis((long) (seconds * 1000)), now -> engine.tick(now.plus(set)));
    }

    private void degrade() {
        for (int i = 1; i <= 50; i++) {
            cluster.degrade("node-1", Impairment.CPU_THROTTLE, i / 50.0);
            seconds(0.1);
        }
    }

    private <T extends EngineEvent> Stream<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    private List<Prediction> lastOf(String node) {
        return all(Predicted.class)
                .filter(predicted -> predicted.node().equals(node))
                .reduce((first, second) -> second)
                .orElseThrow()
                .predictions();
    }

    @Test
    void framesFromTheFutureAreRefusedAndToldOfOnceAndHideNoFailure() {
        seconds(5);
        fromTheFuture = true;
        seconds(5);
        degrade();
        assertThat(all(TelemetryRefused.class)).singleElement().satisfies(refused -> {
            assertThat(refused.node()).isEqualTo("node-1");
            assertThat(refused.reason()).contains("PT1H ahead", "Maybe the clock of the node was set");
        });
        assertThat(all(MigrationStarted.class))
                .anyMatch(started -> started.order().from().equals("node-1"));
    }

    @Test
    void aNodeWithFramesFromTheFutureOnlyIsSilent() {
        seconds(5);
        fromTheFuture = true;
        mute = true;
        seconds(5);
        assertThat(lastOf("node-1")).isNotEmpty().allMatch(Prediction::abstained);
    }

    @Test
    void aClockSetBackIsToldOfAndHidesNoFailure() {
        seconds(10);
        set = HOUR.negated();
        seconds(1);
        assertThat(all(ClockSetBack.class))
                .singleElement()
                .satisfies(back -> assertThat(back.by()).isBetween(Duration.ofMinutes(59), HOUR));
        assertThat(all(AlertRaised.class)).isEmpty();
        degrade();
        assertThat(all(MigrationStarted.class))
                .anyMatch(started -> started.order().from().equals("node-1"));
        assertThat(events).extracting(EngineEvent::at).isSorted();
    }

    @Test
    void silenceIsNoticedAfterAClockWasSetBack() {
        seconds(10);
        set = HOUR.negated();
        mute = true;
        seconds(3);
        assertThat(lastOf("node-1")).isNotEmpty().allMatch(Prediction::abstained);
    }

    @Test
    void aClockSetAheadRaisesNothing() {
        seconds(10);
        set = HOUR;
        seconds(10);
        assertThat(events.stream().filter(event -> !(event instanceof Predicted)))
                .isEmpty();
    }
}
