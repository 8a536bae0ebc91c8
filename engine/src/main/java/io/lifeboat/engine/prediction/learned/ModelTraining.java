package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.model.file.TrainingWindow;
import io.lifeboat.engine.prediction.PriorHazards;
import io.lifeboat.engine.prediction.TrendSettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Trains the models of all components from recorded runs. The first three fifths of the runs train the models, the next fifth
 * fits how opinions are merged, the last fifth calibrates: what says how good the models are never taught them.
 */
public final class ModelTraining {

    /** So many devices must have failed in each slice for a component to get a model. */
    static final int LEAST_FAILURES = 3;

    private static final double LEARN = 0.6;
    private static final double MERGE = 0.2;

    private final TrainingSettings settings;
    private final TrendSettings rules;
    private final PriorHazards priors;
    private final Consumer<String> progress;

    /** @param progress hears what is going on, a line at a time */
    public ModelTraining(TrainingSettings settings, TrendSettings rules, Consumer<String> progress) {
        this(settings, rules, PriorHazards.NONE, progress);
    }

    /**
     * @param priors what is known of the devices in the runs: of which kind of device the models learned goes into them
     * @param progress hears what is going on, a line at a time
     */
    public ModelTraining(
            TrainingSettings settings, TrendSettings rules, PriorHazards priors, Consumer<String> progress) {
        this.priors = priors;
        this.settings = settings;
        this.rules = SlowedRules.of(rules.withHorizon(settings.horizon()), settings.cadence());
        this.progress = progress;
    }

    /**
     * Trains.
     *
     * @param recorded in the order of time, later ones last
     * @return models of those components of which enough failed; {@link LearnedModels#problems} says why of the others
     * @throws IllegalArgumentException if there are too few runs to make three slices
     */
    public LearnedModels train(List<LabelledRun> recorded) {
        List<LabelledRun> runs =
                recorded.stream().map(run -> run.slowed(settings.cadence())).toList();
        if (runs.size() < 5) {
            throw new IllegalArgumentException(
                    "%d runs cannot be cut into slices to learn from, merge and calibrate on. Maybe record at least 5."
                            .formatted(runs.size()));
        }
        int learn = (int) (runs.size() * LEARN);
        int merge = learn + (int) Math.max(1, runs.size() * MERGE);
        Slices slices =
                new Slices(runs.subList(0, learn), runs.subList(learn, merge), runs.subList(merge, runs.size()));
        progress.accept("computing features of %d runs".formatted(learn));
        TrainingWindow window = window(recorded);
        FeatureRows features = FeatureRows.of(slices.learn(), rules);
        Map<Component, ComponentModel> models = new EnumMap<>(Component.class);
        List<String> problems = new ArrayList<>();
        for (Component component : Component.values()) {
            try {
                ComponentTraining training = new ComponentTraining(
                        component, window, settings, rules, TrainedRate.of(component, recorded, priors), progress);
                models.put(component, training.train(features, slices));
            } catch (TooLittle e) {
                problems.add("%s: %s".formatted(component, e.getMessage()));
            }
        }
        return new LearnedModels(models, window, settings.cadence(), problems);
    }

    private static TrainingWindow window(List<LabelledRun> runs) {
        List<io.lifeboat.engine.telemetry.TelemetryFrame> last =
                runs.get(runs.size() - 1).frames();
        return new TrainingWindow(
                runs.get(0).frames().get(0).at(), last.get(last.size() - 1).at());
    }

    /** Earlier runs first. */
    record Slices(List<LabelledRun> learn, List<LabelledRun> merge, List<LabelledRun> calibrate) {}

    /** There is not enough to learn from. */
    static final class TooLittle extends Exception {
        private static final long serialVersionUID = 1;

        TooLittle(String message) {
            super(message);
        }
    }
}
