package io.lifeboat.engine.prediction.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.FailurePredictor;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.RemainingLife;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemainingLifeTests {

    private static final int CPU_RUN = 300;
    private static LearnedModels models;

    @BeforeAll
    static void train() {
        models = new ModelTraining(TrainingSettings.of(Fleet.HORIZON, 7), TrendSettings.defaults(), line -> {})
                .train(Fleet.runs(150).stream()
                        .map(run -> new LabelledRun(run.id(), late(run.frames(), phase(run.id())), run.outcomes()))
                        .toList());
    }

    private static int phase(String id) {
        return Integer.parseInt(id.substring(id.indexOf('-') + 1)) % 10;
    }

    /** Heard of a little later: failures begin at any time between two forecasts, which are a second apart. */
    private static List<TelemetryFrame> late(List<TelemetryFrame> frames, int ticks) {
        return frames.subList(3 * ticks, frames.size());
    }

    private static List<Prediction> cpu(int run, FailurePredictor predictor) {
        List<Prediction> all = new ArrayList<>();
        List<TelemetryFrame> frames = late(Fleet.frames(run), run % 10);
        for (int i = 0; i < frames.size(); i++) {
            predictor.observe(frames.get(i));
            if (i % 3 == 2) {
                predictor.predict(frames.get(i).at()).stream()
                        .filter(one -> one.node().equals(Fleet.SICK) && one.component() == Component.CPU)
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static double left(Prediction prediction) {
        return seconds(Duration.between(prediction.at(), Fleet.FAILURE));
    }

    @Test
    void rulesTellWhenARisingSignalReachesItsTolerance() {
        Prediction rising = cpu(CPU_RUN, new TrendPredictor()).get(95);
        RemainingLife life = rising.remainingLife().orElseThrow();
        // Throttling rises by 0.08 a second from second 5 on, to a tolerance of 0.8 at second 15.
        assertThat(seconds(life.expected())).isCloseTo(left(rising), within(1.5));
        assertThat(life.lowerBound()).isLessThan(life.expected());
        assertThat(life.guaranteed()).isFalse();
    }

    @Test
    void aHealthyComponentHasNoneAndTheFirstSecondsOfAFailingOneNeither() {
        assertThat(cpu(302, new LearnedPredictor(models)).subList(0, 70))
                .allSatisfy(prediction -> assertThat(prediction.remainingLife()).isEmpty());
        assertThat(cpu(CPU_RUN, new LearnedPredictor(models)).subList(0, 45))
                .allSatisfy(prediction -> assertThat(prediction.remainingLife()).isEmpty());
    }

    @Test
    void nineInTenOutliveEveryBoundAndTheExpectedLifeIsNear() {
        int kept = 0;
        int runs = 20;
        double worst = 0;
        for (int run = 0; run < runs; run++) {
            List<Prediction> guaranteed = cpu(CPU_RUN + 3 * run, new LearnedPredictor(models)).stream()
                    .filter(one -> one.remainingLife()
                            .filter(RemainingLife::guaranteed)
                            .isPresent())
                    .toList();
            assertThat(guaranteed).hasSizeGreaterThan(10);
            kept += guaranteed.stream()
                            .allMatch(one ->
                                    seconds(one.remainingLife().orElseThrow().lowerBound()) <= left(one))
                    ? 1
                    : 0;
            for (Prediction one : guaranteed.subList(guaranteed.size() / 2, guaranteed.size())) {
                worst = Math.max(
                        worst,
                        Math.abs(seconds(one.remainingLife().orElseThrow().expected()) - left(one)));
            }
        }
        assertThat(kept).isGreaterThanOrEqualTo(16);
        assertThat(worst).isLessThan(5);
    }

    @Test
    void whatIsWorthAnythingOutlivesTheFile(@TempDir Path folder) throws Exception {
        models.save(folder);
        assertThat(cpu(CPU_RUN, new LearnedPredictor(LearnedModels.load(folder)))
                        .get(110)
                        .remainingLife())
                .isPresent()
                .isEqualTo(cpu(CPU_RUN, new LearnedPredictor(models)).get(110).remainingLife());
    }

    @Test
    void whatModelsLearnedOfItIsKeptInTheirFiles() throws Exception {
        ComponentModel model = Objects.requireNonNull(models.of(Component.CPU));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        ComponentModel read = ComponentModel.read(
                new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())),
                Component.CPU,
                model.merge().calibration(),
                models.window());
        RemainingLife estimate = RemainingLife.estimated(12, 7);

        assertThat(read.failureRate()).isEqualTo(Double.valueOf(model.failureRate()));
        assertThat(read.life().calibrated(estimate, Fleet.HORIZON))
                .isEqualTo(model.life().calibrated(estimate, Fleet.HORIZON));
    }

    @Test
    void withoutACalibrationAnEstimateStaysAsItIs() {
        RemainingLife estimate = RemainingLife.estimated(12, 7);

        assertThat(LifeCalibration.NONE.calibrated(estimate, Fleet.HORIZON)).isSameAs(estimate);
    }

    @Test
    void momentsOfOneDeviceAreNotIndependent() {
        assertThat(calibrated(8, 100).guaranteed()).isFalse();
        assertThat(calibrated(9, 1).guaranteed()).isTrue();
    }

    private static RemainingLife calibrated(int devices, int moments) {
        LifeSamples samples = new LifeSamples();
        for (int d = 0; d < devices; d++) {
            LifeSamples.Device device = samples.device();
            for (int moment = 0; moment < moments; moment++) {
                Instant at = Fleet.START.plusMillis(moment);
                device.failing(at, Optional.of(RemainingLife.estimated(2, 1)));
            }
            device.failing(Fleet.START.plusSeconds(3), Optional.empty());
        }
        return samples.fit(Fleet.HORIZON).calibrated(RemainingLife.estimated(2, 1), Fleet.HORIZON);
    }

    @Test
    void estimatesThatWereAlwaysTooShortAreMadeLonger() {
        RemainingLife life = calibrated(20, 1);
        assertThat(seconds(life.expected())).isCloseTo(3, within(0.01));
        assertThat(seconds(life.lowerBound())).isCloseTo(3, within(0.01));
    }

    @Test
    void theBoundKeepsItsPromiseForDevicesNotSeen() {
        SplittableRandom random = new SplittableRandom(5);
        int broken = 0;
        int all = 0;
        for (int trial = 0; trial < 200; trial++) {
            LifeSamples samples = new LifeSamples();
            for (int d = 0; d < 40; d++) {
                LifeSamples.Device device = samples.device();
                device.failing(Fleet.START, Optional.of(RemainingLife.estimated(10, 8)));
                Instant end = Fleet.START.plusMillis((long) (1000 * (6 + 8 * random.nextDouble())));
                device.failing(end, Optional.empty());
            }
            RemainingLife life = samples.fit(Fleet.HORIZON).calibrated(RemainingLife.estimated(10, 8), Fleet.HORIZON);
            for (int device = 0; device < 20; device++) {
                all++;
                broken += 6 + 8 * random.nextDouble() < seconds(life.lowerBound()) ? 1 : 0;
            }
        }
        assertThat(broken / (double) all).isBetween(0.06, 0.11);
    }

    @Test
    void wordsAreShort() {
        assertThat(new RemainingLife(Duration.ofMillis(12_300), Duration.ofMillis(7_040), true).words())
                .isEqualTo("about 12 s left, at least 7.0 s (90 %)");
        assertThat(new RemainingLife(Duration.ofMillis(6_990), Duration.ofMillis(6_990), true).words())
                .isEqualTo("about 7.0 s left, at least 6.9 s (90 %)");
        assertThat(RemainingLife.estimated(3, 2).words())
                .isEqualTo("about 3.0 s left, at least 2.0 s (90 %, not guaranteed)");
        assertThat(new RemainingLife(Duration.ofSeconds(3), Duration.ofMillis(40), true).words())
                .isEqualTo("about 3.0 s left, none promised");
    }
}
