package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.adapt.AdaptEvent;
import io.lifeboat.engine.adapt.AdaptSettings;
import io.lifeboat.engine.adapt.AdaptiveModel;
import io.lifeboat.engine.adapt.ModelFileStorage;
import io.lifeboat.engine.adapt.ModelShelf;
import io.lifeboat.engine.adapt.Retraining;
import io.lifeboat.engine.adapt.Succession;
import io.lifeboat.engine.prediction.Guarantee;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Learns how to merge from what became of its own probabilities, and tries models that were trained anew in the shadow of those in use. Whether a
 * prediction came true is asked one horizon after its own has passed: by then the platform must have noticed that a node was lost, or a
 * late notice would turn failures into successes.
 *
 * <p>On the shelf: the versions and {@code labels} of merges of the models it started with, {@code models/} with the versions of
 * models, and in each of these {@code merges/}, for weights and opinions of other models mean something else.
 */
final class AdaptiveMerger implements Merger {

    private final Path shelf;
    private final AdaptSettings settings;
    private final Retraining<Merge> retraining;
    private final Executor executor;
    private final Duration notice;
    private final SampleTimes times;
    private final List<String> words = new ArrayList<>();
    private final Succession<ComponentModel> models;

    /** Who is out of observation, for models that come to be used meanwhile. */
    private final Set<String> out = new LinkedHashSet<>();

    private AdaptedModel current;
    private @Nullable String challengedNode;
    private double challenged = Double.NaN;
    private boolean drifted;
    private boolean modelsDue;

    AdaptiveMerger(
            ComponentModel trained,
            Path shelf,
            AdaptSettings settings,
            Retraining<Merge> retraining,
            Executor executor) {
        this.shelf = shelf;
        this.settings = settings;
        this.retraining = retraining;
        this.executor = executor;
        this.notice = settings.horizon();
        this.times = new SampleTimes(settings.horizon(), settings.memory());
        this.models = new Succession<>(
                trained,
                new ModelShelf<>(shelf.resolve("models"), new ModelFileStorage<>(new ModelPacking(trained.members()))),
                settings,
                event -> words.add("Models trained from the history: " + event.words()));
        this.current = adapted();
    }

    private AdaptedModel adapted() {
        Path merges = models.version() == 0
                ? shelf
                : shelf.resolve("models")
                        .resolve(Integer.toString(models.version()))
                        .resolve("merges");
        return new AdaptedModel(models.model(), merges, settings, retraining, executor, this::heard);
    }

    private void heard(AdaptEvent event) {
        words.add(
                event instanceof AdaptEvent.Promoted
                        ? event.words() + " Nothing is promised about false alarms while it serves."
                        : event.words());
        if (event instanceof AdaptEvent.DriftNoticed) {
            drifted = true;
        } else if (event instanceof AdaptEvent.RetrainingStarted && drifted) {
            // By now there are enough labels of the new state; runs of it may be in the history as well.
            drifted = false;
            modelsDue = true;
        }
    }

    @Override
    public ComponentModel model() {
        return current.model();
    }

    @Override
    public Guarantee guarantee() {
        return current.guarantee();
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public @Nullable ComponentModel challenger() {
        return models.challenger().orElse(null);
    }

    @Override
    public void challenged(String node, double claim) {
        challengedNode = node;
        challenged = claim;
    }

    @Override
    public double probability(String node, Instant now, double[] opinions) {
        float[] row = Opinions.floats(opinions);
        double claim = node.equals(challengedNode) ? challenged : Double.NaN;
        challengedNode = null;
        if (!times.isDue(node, now)) {
            return adaptive().score(row);
        }
        double claimed = adaptive().predict(node, now, row);
        models.claimed(node, now, claimed, claim);
        return claimed;
    }

    void failed(String node, Instant at) {
        out.add(node);
        adaptive().failed(node, at);
        models.failed(node, at);
    }

    void censored(String node, Instant at) {
        out.add(node);
        adaptive().censored(node, at);
        models.censored(node, at);
    }

    void restored(String node, Instant at) {
        out.remove(node);
        adaptive().restored(node, at);
        models.restored(node, at);
    }

    /** These have left for good. */
    void forget(Collection<String> nodes) {
        times.forget(nodes);
        adaptive().forget(nodes);
        out.removeAll(nodes);
        models.forget(nodes);
    }

    AdaptiveModel<Merge> adaptive() {
        return current.merges();
    }

    /** The version of the models in use; 0 for those it started with. */
    int modelVersion() {
        return models.version();
    }

    /** Tries models in the shadow, unless others are being tried. */
    void challenge(Instant now, ComponentModel trained) {
        models.challenge(now, trained);
    }

    /** Whether models should be trained anew since there was a drift; said once. */
    boolean takeModelsDue() {
        boolean due = modelsDue && models.isOpen();
        modelsDue = false;
        return due;
    }

    /** Does what there is to do now; what happened, in words. */
    List<String> adapt(Instant now) {
        Instant known = now.minus(notice);
        models.adapt(known);
        if (models.model() != current.trained()) {
            current = adapted();
            drifted = false;
            out.forEach(node -> adaptive().censored(node, known));
        }
        adaptive().adapt(known);
        if (current.hasChanged()) {
            models.championChanged();
        }
        List<String> told = List.copyOf(words);
        words.clear();
        return told;
    }
}
