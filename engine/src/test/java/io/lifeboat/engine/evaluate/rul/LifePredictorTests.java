package io.lifeboat.engine.evaluate.rul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import io.lifeboat.engine.model.sequence.LstmSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifePredictorTests {

    private static final LifeSettings BRIEF = new LifeSettings(
            new LifeRows(125, 145, 0.2f), 3, 60, 20, 1, new LstmSettings(8, 20, 10, 2, 60, 0.01, 0.01, 0, 1), 5, 3, 1);

    @TempDir
    Path folder;

    @Test
    void foretellsTheEndOfUnitsItHasNotSeenAndBoundsItFromBelow() {
        LifePredictor predictor = LifePredictor.train(Engines.runToFailure(24, 1), BRIEF);
        int covered = 0;
        double squares = 0;
        List<Unit> unseen = Engines.runToFailure(40, 2);
        for (int u = 0; u < unseen.size(); u++) {
            int left = 5 + 2 * u;
            Unit stopped = unseen.get(u).first(unseen.get(u).cycles() - left);
            double predicted = predictor.predict(predictor.byKind(stopped), stopped);
            squares += (predicted - left) * (predicted - left);
            covered += predictor.bound(predicted) <= left ? 1 : 0;
            assertThat(predictor.bound(predicted)).isBetween(0.0, predicted);
        }

        assertThat(Math.sqrt(squares / unseen.size())).isLessThan(16);
        assertThat(covered).isGreaterThanOrEqualTo(32);
    }

    @Test
    void theBestCombinationIsNoWorseThanAnyKindAlone() {
        Judgement judgement = new Judgement();
        List<Unit> units = Engines.runToFailure(16, 4);
        LifeModels models = new LifeModels(units.subList(0, 8), BRIEF, 1);
        units.subList(8, 16).forEach(u -> judgement.add(models, u, 4, new java.util.SplittableRandom(1)));

        double best = judgement.rmse(Combination.best(judgement));

        assertThat(judgement.size()).isEqualTo(32);
        assertThat(best)
                .isLessThanOrEqualTo(judgement.rmse(Combination.only(0)))
                .isLessThanOrEqualTo(judgement.rmse(Combination.only(1)))
                .isLessThanOrEqualTo(judgement.rmse(Combination.only(2)))
                .isLessThanOrEqualTo(judgement.rmse(Combination.only(3)));
    }

    @Test
    void figuresOfKnownNumbers() {
        double[] predicted = {10, 20};
        double[] truth = {13, 16};

        assertThat(Errors.rmse(predicted, truth)).isCloseTo(Math.sqrt(12.5), within(1e-12));
        assertThat(Errors.nasa(predicted, truth)).isCloseTo(Math.expm1(3 / 13.0) + Math.expm1(0.4), within(1e-12));
        assertThat(Errors.covered(new double[] {13, 17}, truth)).isEqualTo(1);
        assertThat(Errors.capped(truth, 14)).containsExactly(13, 14);
    }

    @Test
    void theSpreadIsInterpolatedBetweenBinsAndKeepsAFloor() {
        double[] predicted = new double[160];
        double[] truth = new double[160];
        for (int i = 0; i < 160; i++) {
            predicted[i] = i;
            truth[i] = i < 80 ? i : i + (i % 2 == 0 ? 20 : -20);
        }
        SpreadCurve curve = SpreadCurve.fit(predicted, truth);

        assertThat(curve.at(5)).isEqualTo(1);
        assertThat(curve.at(150)).isCloseTo(20, within(1e-9));
        assertThat(curve.at(80)).isBetween(1.0, 20.0);
    }

    @Test
    void filesThatDoNotBelongTogetherAreRefused() throws IOException {
        Path train = Engines.write(folder.resolve("train.csv"), Engines.runToFailure(2, 1));
        Path other = folder.resolve("other.csv");
        Files.writeString(other, "unit_number,time_in_cycles,heat\n1,1,0\n");
        EvaluateOptions options = new EvaluateOptions(Map.of(
                "train", List.of(train.toString()),
                "test", List.of(other.toString()),
                "predictions", List.of("p.csv"),
                "json", List.of("j.json")));

        assertThatThrownBy(() -> new RulTask().run(options))
                .hasMessageContaining("[heat]")
                .hasMessageContaining("sensor_1");
    }
}
