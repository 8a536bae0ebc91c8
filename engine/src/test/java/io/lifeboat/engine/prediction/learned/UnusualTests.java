package io.lifeboat.engine.prediction.learned;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.Cadence;
import io.lifeboat.engine.telemetry.EpochNanos;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnusualTests {

    private final FeatureSpace space = FeatureSpace.of(Cadence.LIVE);
    private final NodeFeatures node = new NodeFeatures("n", TrendSettings.defaults(), space);
    private final SplittableRandom random = new SplittableRandom(6);

    private final List<Unusual> detectors = new ArrayList<>();

    /** Twice: the second is asked at once. */
    private void watch() {
        for (int i = 0; i < 2; i++) {
            detectors.add(Unusual.ownHistory(node, space.metrics(Component.NETWORK)));
        }
    }

    private long report(int tick) {
        Instant at = Instant.EPOCH.plusMillis(300L * tick);
        double loss = 0.01 * random.nextDouble() + (tick % 37 == 36 ? 0.5 : 0);
        // Now and then the round trip is missing.
        Map<Metric, Double> values = tick % 5 == 4
                ? Map.of(Metric.NETWORK_LOSS, loss)
                : Map.of(Metric.NETWORK_LOSS, loss, Metric.NETWORK_ROUND_TRIP, 0.01 * random.nextDouble());
        node.observe(new TelemetryFrame("n", at, values));
        return EpochNanos.of(at);
    }

    @Test
    void whatIsAskedLateIsWhatWouldHaveBeenSaidAtOnce() {
        watch();
        List<Judgement> late = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        List<String> signals = new ArrayList<>();
        for (int tick = 0; tick < 205; tick++) {
            long nanos = report(tick);
            late.add(detectors.get(0).judge(nanos));
            Judgement now = detectors.get(1).judge(nanos);
            scores.add(now.score());
            signals.add(String.valueOf(now.about()));
        }

        assertThat(late).extracting(Judgement::score).isEqualTo(scores);
        assertThat(late).extracting(one -> String.valueOf(one.about())).isEqualTo(signals);
        assertThat(scores).anyMatch(score -> score > 1);
        assertThat(signals).contains("NETWORK_LOSS");
    }

    @Test
    void aMomentIsJudgedOnce() {
        watch();
        long nanos = report(1);

        assertThat(detectors.get(0).judge(nanos + 1)).isSameAs(detectors.get(0).judge(nanos + 2));
    }

    @Test
    void withoutAnySignalThereIsNothingToJudge() {
        watch();

        assertThat(detectors.get(0).judge(0).score()).isNaN();
        assertThat(detectors.get(0).judge(0).about()).isNull();
    }
}
