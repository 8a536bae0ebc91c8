package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.adapt.AdaptSettings;
import io.lifeboat.engine.adapt.LabelCounts;
import io.lifeboat.engine.adapt.Retraining;
import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.AdaptingPredictor;
import io.lifeboat.engine.prediction.ModelChange;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.PriorHazards;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A {@link LearnedPredictor} that goes on learning, per component, how the opinions of its models are to be merged and calibrated. One moment a
 * node and horizon is learned from; a new merge runs in the shadow of the present one, is promoted if it is no worse, and taken back if it
 * fails. After a drift the models themselves are trained anew as well, if a {@link ModelRetraining} says from which history, and tried in the same
 * way. Versions and labels stay on disk and survive a restart. What cannot be read there falls back to what was trained, with the reason.
 *
 * <p>Only what nobody interfered with teaches: a node that was moved off or cordoned in time is neither a failure nor a success. An
 * engine that acts therefore learns from what it missed and from what stayed well, and promotes nothing while that hides too much. A
 * merge that was learned while running promises nothing about false alarms. Not thread-safe; only the training runs on the executor.
 */
public final class AdaptivePredictor implements AdaptingPredictor {

    /** Looking more often would find nothing new. */
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Map<Component, AdaptiveMerger> mergers = new EnumMap<>(Component.class);
    private final LearnedPredictor predictor;
    private final @Nullable ModelRenewal renewal;

    private Instant next = Instant.MIN;

    /**
     * @param models what was trained; a component without a model is left to the rules and does not adapt
     * @param rules what the rules and forecasts go by
     * @param shelf directory of the versions, one folder a component; made if need be, and used by one engine at a time
     * @param settings when and how it adapts; its horizon must be the models'
     * @param executor runs the training: {@link io.lifeboat.engine.adapt.BackgroundTraining}, or {@code Runnable::run} where each
     *     run must be like the other
     * @throws IllegalArgumentException if the horizons differ, or the models are not of live telemetry
     */
    public AdaptivePredictor(
            LearnedModels models, TrendSettings rules, Path shelf, AdaptSettings settings, Executor executor) {
        this(models, rules, PriorHazards.NONE, shelf, settings, executor);
    }

    /** The same with what is known of the devices, from their makers. */
    public AdaptivePredictor(
            LearnedModels models,
            TrendSettings rules,
            PriorHazards priors,
            Path shelf,
            AdaptSettings settings,
            Executor executor) {
        this(models, rules, priors, shelf, settings, new MergeTraining(), null, executor);
    }

    /**
     * One that also trains the models anew after a drift, as well on the executor.
     *
     * @param trainModels how, and from which history; its horizon must be the models'
     * @throws IllegalArgumentException if the horizons differ
     */
    public AdaptivePredictor(
            LearnedModels models,
            TrendSettings rules,
            PriorHazards priors,
            Path shelf,
            AdaptSettings settings,
            ModelRetraining trainModels,
            Executor executor) {
        this(models, rules, priors, shelf, settings, new MergeTraining(), trainModels, executor);
    }

    AdaptivePredictor(
            LearnedModels models,
            TrendSettings rules,
            PriorHazards priors,
            Path shelf,
            AdaptSettings settings,
            Retraining<Merge> retraining,
            @Nullable ModelRetraining trainModels,
            Executor executor) {
        if (!settings.horizon().equals(models.horizon())
                || trainModels != null && !trainModels.training().horizon().equals(models.horizon())) {
            throw new IllegalArgumentException(
                    "The horizon of adapting (%s), and of training anew, must be that of the models (%s). Maybe use AdaptSettings.of(models.horizon())."
                            .formatted(settings.horizon(), models.horizon()));
        }
        if (!models.cadence().isLive()) {
            throw new IllegalArgumentException(
                    "Models of telemetry that comes each %s cannot adapt while they run. Maybe use LearnedPredictor, and train anew now and then."
                            .formatted(models.cadence().step()));
        }
        Map<Component, Merger> merging = new EnumMap<>(Component.class);
        for (Component component : models.components()) {
            ComponentModel model = models.of(component);
            if (model != null) {
                Path versions = shelf.resolve(component.name().toLowerCase(Locale.ROOT));
                AdaptiveMerger merger = new AdaptiveMerger(model, versions, settings, retraining, executor);
                mergers.put(component, merger);
                merging.put(component, merger);
            }
        }
        this.predictor = new LearnedPredictor(merging, rules, priors);
        this.renewal = trainModels == null
                ? null
                : new ModelRenewal(
                        mergers, new BackgroundModels(trainModels, rules, executor, settings.retrainAtMostEvery()));
    }

    @Override
    public void observe(TelemetryFrame frame) {
        predictor.observe(frame);
    }

    @Override
    public List<Prediction> predict(Instant now) {
        return predictor.predict(now);
    }

    @Override
    public void forget(Collection<String> nodes) {
        predictor.forget(nodes);
        mergers.values().forEach(merger -> merger.forget(nodes));
    }

    @Override
    public void failed(String node, Component component, Instant at) {
        mergers.forEach((of, merger) -> {
            if (of == component) {
                merger.failed(node, at);
            } else {
                merger.censored(node, at);
            }
        });
    }

    @Override
    public void censored(String node, Instant at) {
        mergers.values().forEach(merger -> merger.censored(node, at));
    }

    @Override
    public void restored(String node, Instant at) {
        mergers.values().forEach(merger -> merger.restored(node, at));
    }

    @Override
    public List<ModelChange> adapt(Instant now) {
        if (now.isBefore(next)) {
            return List.of();
        }
        next = now.plus(EVERY);
        List<ModelChange> changes = new ArrayList<>();
        if (renewal != null) {
            changes.addAll(renewal.collect(now));
        }
        mergers.forEach((component, merger) ->
                merger.adapt(now).forEach(words -> changes.add(new ModelChange(component, words))));
        if (renewal != null) {
            changes.addAll(renewal.train(now));
        }
        return changes;
    }

    /** The version that merges a component's opinions; 0 for what was trained, or if there is nothing. */
    public int version(Component component) {
        AdaptiveMerger merger = mergers.get(component);
        return merger == null ? 0 : merger.adaptive().version();
    }

    /** The version of a component's models; 0 for what it started with, or if there is nothing. */
    public int modelVersion(Component component) {
        AdaptiveMerger merger = mergers.get(component);
        return merger == null ? 0 : merger.modelVersion();
    }

    /** What became of the predictions of a component so far. */
    public LabelCounts labels(Component component) {
        AdaptiveMerger merger = mergers.get(component);
        return merger == null
                ? new LabelCounts(0, 0, 0, 0, 0)
                : merger.adaptive().labels();
    }
}
