package io.lifeboat.junit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.prediction.learned.AdaptivePredictor;
import io.lifeboat.engine.prediction.learned.LearnedModels;
import io.lifeboat.engine.prediction.learned.LearnedPredictor;
import io.lifeboat.junit.plan.AdaptPlan;
import io.lifeboat.junit.plan.PredictorSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class path here is that of a user's tests: what is missing from it is missing there. */
class PredictorsTests {

    private static Predictors of(boolean learned) {
        return Predictors.of(new PredictorSettings(learned, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void everyModelThatShipsIsInUse() {
        LearnedModels shipped = LearnedModels.forLocalNodes();
        assertThat(shipped.problems()).isEmpty();
        assertThat(shipped.components()).containsExactly(Component.values());
        Predictors predictors = of(true);
        assertThat(predictors.predictor()).isInstanceOf(LearnedPredictor.class);
        assertThat(predictors.horizon()).isEqualTo(shipped.horizon());
        assertThat(predictors.told()).doesNotContain("rules alone");
    }

    @Test
    void rulesNeedNoModels() {
        Predictors predictors = of(false);
        assertThat(predictors.predictor()).isInstanceOf(TrendPredictor.class);
        assertThat(predictors.horizon()).isEqualTo(TrendSettings.defaults().horizon());
    }

    @Test
    void aPredictorThatAdaptsSaysFromWhichRunsItTrainsItsModels(@TempDir Path folder) {
        Predictors fromRuns = adapting(new AdaptPlan(folder, Optional.of(folder.resolve("history"))));
        Predictors fromLabels = adapting(new AdaptPlan(folder, Optional.empty()));

        assertThat(fromRuns.predictor()).isInstanceOf(AdaptivePredictor.class);
        assertThat(fromRuns.told()).contains("adapting, after a drift from the runs in " + folder.resolve("history"));
        assertThat(fromLabels.predictor()).isInstanceOf(AdaptivePredictor.class);
        assertThat(fromLabels.told()).endsWith("; adapting");
    }

    private static Predictors adapting(AdaptPlan plan) {
        return Predictors.of(new PredictorSettings(true, Optional.empty(), Optional.empty(), Optional.of(plan)));
    }
}
