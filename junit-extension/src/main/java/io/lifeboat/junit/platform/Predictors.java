package io.lifeboat.junit.platform;

import io.lifeboat.engine.adapt.AdaptSettings;
import io.lifeboat.engine.adapt.BackgroundTraining;
import io.lifeboat.engine.manufacturer.ManufacturerData;
import io.lifeboat.engine.prediction.FailurePredictor;
import io.lifeboat.engine.prediction.PriorHazards;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.prediction.learned.AdaptivePredictor;
import io.lifeboat.engine.prediction.learned.LearnedModels;
import io.lifeboat.engine.prediction.learned.LearnedPredictor;
import io.lifeboat.engine.prediction.learned.ModelRetraining;
import io.lifeboat.engine.prediction.learned.TrainingSettings;
import io.lifeboat.engine.train.NewestRuns;
import io.lifeboat.junit.plan.AdaptPlan;
import io.lifeboat.junit.plan.PredictorSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The predictor of a test.
 *
 * @param predictor a new one
 * @param horizon how far it looks ahead
 * @param told what it is, in words
 */
record Predictors(FailurePredictor predictor, Duration horizon, String told) {

    private static final String RULES = "rules, without any training";

    /** As of the train command: the same runs give the same models. */
    private static final long TRAINING_SEED = 1;

    /** Rules alone: what was trained on real nodes knows nothing of simulated ones. */
    static Predictors rules() {
        TrendSettings rules = TrendSettings.defaults();
        return new Predictors(new TrendPredictor(rules), rules.horizon(), RULES);
    }

    static Predictors of(PredictorSettings settings) {
        TrendSettings rules = settings.manufacturer()
                .map(data -> data.applyTo(TrendSettings.defaults()))
                .orElseGet(TrendSettings::defaults);
        PriorHazards priors =
                settings.manufacturer().map(ManufacturerData::priors).orElse(PriorHazards.NONE);
        String tolerances = settings.manufacturer().map(Predictors::told).orElse("");
        if (!settings.learned()) {
            return new Predictors(new TrendPredictor(rules, priors), rules.horizon(), RULES + tolerances);
        }
        LearnedModels models = settings.models().orElseGet(LearnedModels::forLocalNodes);
        if (models.components().isEmpty()) {
            return new Predictors(
                    new TrendPredictor(rules, priors), rules.horizon(), RULES + tolerances + ": " + models.problems());
        }
        List<String> problems = models.problems();
        String told = "models of %s trained until %s%s%s"
                .formatted(
                        models.components(),
                        models.window().until(),
                        tolerances,
                        problems.isEmpty() ? "" : "; rules alone where " + String.join(" ", problems));
        return settings.adapt()
                .map(adapt -> adapting(models, rules, priors, adapt, told))
                .orElseGet(() -> new Predictors(new LearnedPredictor(models, rules, priors), models.horizon(), told));
    }

    private static Predictors adapting(
            LearnedModels models, TrendSettings rules, PriorHazards priors, AdaptPlan adapt, String told) {
        Duration horizon = models.horizon();
        AdaptSettings settings = AdaptSettings.of(horizon);
        Executor executor = BackgroundTraining.thread();
        AdaptivePredictor predictor = adapt.history()
                .map(history -> new ModelRetraining(
                        new NewestRuns(history, horizon), TrainingSettings.of(horizon, TRAINING_SEED)))
                .map(retraining ->
                        new AdaptivePredictor(models, rules, priors, adapt.shelf(), settings, retraining, executor))
                .orElseGet(() -> new AdaptivePredictor(models, rules, priors, adapt.shelf(), settings, executor));
        String from = adapt.history()
                .map(", after a drift from the runs in %s"::formatted)
                .orElse("");
        return new Predictors(predictor, horizon, told + "; adapting" + from);
    }

    private static String told(ManufacturerData data) {
        return ", tolerances of %d device models%s"
                .formatted(data.models().size(), data.priors() == PriorHazards.NONE ? "" : ", failure rates of nodes");
    }
}
