package io.lifeboat.engine.prediction.learned;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.model.calibration.PlattScaling;
import io.lifeboat.engine.model.forecast.Forecast;
import io.lifeboat.engine.model.forecast.Forecaster;
import io.lifeboat.engine.model.forecast.LstmForecaster;
import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.Cadence;
import io.lifeboat.engine.telemetry.EpochNanos;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Forecasts of signals: by whom, and what happens when one fails. */
class ForecastTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Needs and does what a test wants. */
    private record Scripted(int leastHistory, boolean fails) implements Forecaster {
        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public Forecast forecast(double[] history, int steps) {
            if (fails) {
                throw new ArrayIndexOutOfBoundsException("as a fit of ARIMA may");
            }
            double[] certain = new double[steps];
            java.util.Arrays.fill(certain, 1e9);
            return new Forecast(certain, new double[steps]);
        }
    }

    /** What is said of a disk that gets slower from second 50 to 60 and stays below its tolerance. */
    private static double crossing(Forecaster forecaster) {
        NodeFeatures node = new NodeFeatures("node-1", TrendSettings.defaults(), FeatureSpace.of(Cadence.LIVE));
        Members members = new Members(
                Component.DISK,
                Duration.ofSeconds(5),
                List.of(),
                new PlattScaling(1, 0),
                new PlattScaling(1, 0),
                Map.of(Metric.DISK_LATENCY, forecaster));
        Crossings crossings = new Crossings(node, members, Tolerance.defaults());
        double last = Double.NaN;
        for (int i = 0; i <= 120; i++) {
            Instant now = START.plusMillis(500L * i);
            double latency = 0.002 + 0.01 * Math.max(0, i - 100);
            node.observe(new TelemetryFrame("node-1", now, Map.of(Metric.DISK_LATENCY, latency)));
            crossings.forecast(EpochNanos.of(now));
            last = crossings.probability();
        }
        return last;
    }

    @Test
    void oneThatNeedsALongHistoryGetsIt() {
        assertThat(crossing(new Scripted(100, false))).isEqualTo(1);
        assertThat(new LstmForecaster(1).leastHistory()).isLessThan(100);
    }

    @Test
    void oneThatFailsIsReplacedByTheNaiveOne() {
        assertThat(crossing(new Scripted(10, true))).isBetween(0.0, 1.0);
    }

    @Test
    void seriesThatAForecasterCannotFitDoNotEndTheChoice() {
        List<double[]> series = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            double[] ramp = new double[40];
            for (int step = 35; step < 40; step++) {
                ramp[step] = step - 34;
            }
            series.add(ramp);
        }
        assertThat(ForecasterChoice.choose(series)).isNotNull();
    }

    @Test
    void whatCannotBeginInMostSeriesIsNoCandidate() {
        SplittableRandom random = new SplittableRandom(1);
        List<double[]> series = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            // One is long and easy, so that whoever is judged by it alone looks best.
            double noise = i == 0 ? 0 : 1;
            series.add(random.doubles(i == 0 ? 200 : 40)
                    .map(value -> noise * value)
                    .toArray());
        }
        assertThat(ForecasterChoice.choose(series).leastHistory()).isLessThan(40);
    }

    @Test
    void whatIsChosenFollowsARamp() {
        List<double[]> series = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            double slope = i;
            double[] ramp = new double[60];
            java.util.Arrays.setAll(ramp, step -> slope * step);
            series.add(ramp);
        }
        assertThat(ForecasterChoice.choose(series).name()).isNotEqualTo("naive");
    }
}
