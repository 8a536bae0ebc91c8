package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.adapt.AdaptEvent;
import io.lifeboat.engine.adapt.AdaptSettings;
import io.lifeboat.engine.adapt.AdaptiveModel;
import io.lifeboat.engine.adapt.ModelFileStorage;
import io.lifeboat.engine.adapt.ModelShelf;
import io.lifeboat.engine.adapt.Retraining;
import io.lifeboat.engine.prediction.Guarantee;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Learns how to merge from what became of its own probabilities. Whether a prediction came true is asked one horizon after its own
 * has passed: by then the platform must have noticed that a node was lost, or a late notice would turn failures into successes.
 */
final class AdaptiveMerger implements Merger {

    private final ComponentModel trained;
    private final Duration notice;
    private final SampleTimes times;
    private final List<AdaptEvent> events = new ArrayList<>();
    private final AdaptiveModel<Merge> adaptive;
    private Merge serving;
    private ComponentModel model;
    private Guarantee guarantee;

    AdaptiveMerger(
            ComponentModel trained,
            Path shelf,
            AdaptSettings settings,
            Retraining<Merge> retraining,
            Executor executor) {
        this.trained = trained;
        this.notice = settings.horizon();
        this.times = new SampleTimes(settings.horizon(), settings.memory());
        this.serving = trained.merge();
        this.model = trained;
        this.guarantee = serving.guarantee();
        this.adaptive = new AdaptiveModel<>(
                trained.members().names(),
                settings,
                new ModelShelf<>(shelf, new ModelFileStorage<>(new MergePacking(trained.members()))),
                serving,
                retraining,
                executor,
                events::add);
    }

    private void refresh() {
        if (adaptive.serving() instanceof Merge merge && merge != serving) {
            serving = merge;
            model = trained.under(merge);
            guarantee = merge.guarantee();
        }
    }

    @Override
    public ComponentModel model() {
        refresh();
        return model;
    }

    @Override
    public Guarantee guarantee() {
        refresh();
        return guarantee;
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public double probability(String node, Instant now, double[] opinions) {
        float[] row = Opinions.floats(opinions);
        return times.isDue(node, now) ? adaptive.predict(node, now, row) : adaptive.score(row);
    }

    /** These have left for good. */
    void forget(Collection<String> nodes) {
        times.forget(nodes);
        adaptive.forget(nodes);
    }

    AdaptiveModel<Merge> adaptive() {
        return adaptive;
    }

    /** Does what there is to do now; what happened, in words. */
    List<String> adapt(Instant now) {
        adaptive.adapt(now.minus(notice));
        List<String> words = events.stream().map(AdaptEvent::words).toList();
        events.clear();
        return words;
    }
}
