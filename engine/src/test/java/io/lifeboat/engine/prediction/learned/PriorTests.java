package io.lifeboat.engine.prediction.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.model.calibration.Logits;
import io.lifeboat.engine.prediction.FailurePredictor;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.PriorHazard;
import io.lifeboat.engine.prediction.PriorHazards;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the makers say of a node's devices, beside what was learned and what the rules see. */
class PriorTests {

    private static final int CPU_RUN = 300;
    private static final double TRAINED = 0.02;
    private static final TrendSettings RULES = TrendSettings.defaults();

    private static LearnedModels models;

    @BeforeAll
    static void train() {
        models = new ModelTraining(TrainingSettings.of(Fleet.HORIZON, 7), RULES, ofYearly(TRAINED), line -> {})
                .train(Fleet.runs(60));
    }

    private static PriorHazards ofYearly(double perYear) {
        return of(1e-7, perYear);
    }

    private static PriorHazards of(double within, double perYear) {
        return (node, component, at, horizon) ->
                Optional.of(new PriorHazard(within, perYear, "disks of model X fail " + 100 * perYear + " % a year"));
    }

    private static List<Prediction> cpu(FailurePredictor predictor) {
        List<Prediction> all = new ArrayList<>();
        List<TelemetryFrame> frames = Fleet.frames(CPU_RUN);
        for (int i = 0; i < frames.size(); i++) {
            predictor.observe(frames.get(i));
            if (i % 3 == 2) {
                predictor.predict(frames.get(i).at()).stream()
                        .filter(prediction ->
                                prediction.node().equals(Fleet.SICK) && prediction.component() == Component.CPU)
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static List<Prediction> learned(PriorHazards priors) {
        return cpu(new LearnedPredictor(models, RULES, priors));
    }

    private static double probability(Prediction prediction) {
        return prediction.probability();
    }

    private static Prediction rising(List<Prediction> all) {
        return all.get(65);
    }

    @Test
    void aDeviceThatFailsMoreOftenThanThoseLearnedFromIsJudgedByThatMuchHarder() {
        Prediction plain = rising(learned(PriorHazards.NONE));
        Prediction worse = rising(learned(ofYearly(3 * TRAINED)));
        Prediction better = rising(learned(ofYearly(TRAINED / 3)));
        assertThat(Logits.logit(worse.probability()) - Logits.logit(plain.probability()))
                .isCloseTo(Math.log(3), within(1e-6));
        assertThat(Logits.logit(better.probability()) - Logits.logit(plain.probability()))
                .isCloseTo(-Math.log(3), within(1e-6));
        assertThat(worse.interval().high())
                .isGreaterThanOrEqualTo(plain.interval().high());
    }

    @Test
    void aPriorAloneNeverDecides() {
        Prediction plain = rising(learned(PriorHazards.NONE));
        Prediction hopeless = rising(learned(ofYearly(1_000)));
        assertThat(Logits.logit(hopeless.probability()) - Logits.logit(plain.probability()))
                .isCloseTo(2, within(1e-6));
        assertThat(learned(ofYearly(1_000)).get(30).probability()).isLessThan(0.01);
    }

    @Test
    void thePromiseMovesWithTheProbability() {
        Prediction plain = rising(learned(PriorHazards.NONE));
        Prediction worse = rising(learned(ofYearly(3 * TRAINED)));
        assertThat(worse.guarantee().falseAlarmRate())
                .isEqualTo(plain.guarantee().falseAlarmRate());
        if (plain.guarantee().isGiven()) {
            assertThat(worse.guarantee().floor())
                    .isGreaterThan(plain.guarantee().floor());
        } else {
            assertThat(worse.guarantee()).isEqualTo(plain.guarantee());
        }
    }

    @Test
    void reasonsTellOfThePriorWhenItMatters() {
        assertThat(rising(learned(ofYearly(3 * TRAINED))).evidence().get(0).reason())
                .contains("throttled", "; disks of model X fail 6.0 % a year, those that were learned from 2.0 %");
        assertThat(rising(learned(ofYearly(1.1 * TRAINED))).evidence().get(0).reason())
                .doesNotContain("model X");
    }

    @Test
    void noProbabilityIsBelowThePrior() {
        assertThat(learned(of(1e-4, TRAINED)))
                .filteredOn(prediction -> !prediction.abstained())
                .allSatisfy(prediction -> assertThat(prediction.probability()).isGreaterThanOrEqualTo(1e-4));
    }

    @Test
    void modelsThatDoNotKnowWhatTheyLearnedFromAreNotShifted() {
        LearnedModels unknown = Fleet.train(30);
        List<Prediction> plain = cpu(new LearnedPredictor(unknown, RULES, PriorHazards.NONE));
        List<Prediction> with = cpu(new LearnedPredictor(unknown, RULES, of(0, 5)));
        assertThat(with.stream().map(PriorTests::probability))
                .containsExactlyElementsOf(
                        plain.stream().map(PriorTests::probability).toList());
    }

    @Test
    void whatWasLearnedFromOutlivesTheFile(@TempDir Path folder) throws Exception {
        models.save(folder);
        Prediction read = rising(cpu(new LearnedPredictor(LearnedModels.load(folder), RULES, ofYearly(3 * TRAINED))));
        assertThat(read.probability())
                .isEqualTo(rising(learned(ofYearly(3 * TRAINED))).probability());
    }

    @Test
    void rulesAndPriorAreJoined() {
        List<Prediction> plain = cpu(new TrendPredictor(RULES));
        List<Prediction> with = cpu(new TrendPredictor(RULES, of(0.1, 3)));
        for (int i = 0; i < plain.size(); i++) {
            double rules = plain.get(i).probability();
            assertThat(with.get(i).abstained()).isEqualTo(plain.get(i).abstained());
            assertThat(with.get(i).probability())
                    .isCloseTo(plain.get(i).abstained() ? 0 : 1 - (1 - rules) * 0.9, within(1e-12));
        }
        assertThat(with.get(90).evidence().get(0).reason()).contains("throttled");
    }

    @Test
    void whatHasNoModelIsLeftToRulesAndPrior() {
        FailurePredictor predictor = new LearnedPredictor(models, RULES, of(0.01, 3));
        List<TelemetryFrame> frames = Fleet.frames(CPU_RUN);
        frames.subList(0, 90).forEach(predictor::observe);
        assertThat(predictor.predict(frames.get(89).at()))
                .filteredOn(prediction -> prediction.component() == Component.NETWORK && !prediction.abstained())
                .isNotEmpty()
                .allSatisfy(prediction -> assertThat(prediction.probability()).isCloseTo(0.01, within(1e-9)));
    }
}
