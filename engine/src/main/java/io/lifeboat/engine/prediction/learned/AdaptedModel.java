package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.adapt.AdaptEvent;
import io.lifeboat.engine.adapt.AdaptSettings;
import io.lifeboat.engine.adapt.AdaptiveModel;
import io.lifeboat.engine.adapt.LabelFile;
import io.lifeboat.engine.adapt.ModelFileStorage;
import io.lifeboat.engine.adapt.ModelShelf;
import io.lifeboat.engine.adapt.Retraining;
import io.lifeboat.engine.prediction.Guarantee;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The trained models of a component under merges that go on learning. Not thread-safe. */
final class AdaptedModel {

    private final ComponentModel trained;
    private final AdaptiveModel<Merge> merges;
    private Merge serving;
    private ComponentModel model;
    private Guarantee guarantee;
    private int version;

    /** @param folder of the versions of merges of these models, and of the labels that they learn from */
    AdaptedModel(
            ComponentModel trained,
            Path folder,
            AdaptSettings settings,
            Retraining<Merge> retraining,
            Executor executor,
            Consumer<AdaptEvent> listener) {
        MergePacking packing = new MergePacking(trained.members());
        List<String> names = trained.members().names();
        this.trained = trained;
        this.merges = new AdaptiveModel<>(
                names,
                settings,
                new ModelShelf<>(folder, new ModelFileStorage<>(packing)),
                new LabelFile(folder.resolve("labels"), packing.kind(), names.size()),
                trained.merge(),
                retraining,
                executor,
                listener);
        this.serving = trained.merge();
        this.model = trained;
        this.guarantee = serving.guarantee();
    }

    private void refresh() {
        if (merges.serving() instanceof Merge merge && merge != serving) {
            serving = merge;
            model = trained.under(merge);
            // What was learned from labels promises nothing; one of an earlier version may still carry maxima of these.
            guarantee = merge == trained.merge() ? merge.guarantee() : Guarantee.NONE;
        }
    }

    /** As trained, under the merge it was trained with. */
    ComponentModel trained() {
        return trained;
    }

    /** The same models under the merge in use. */
    ComponentModel model() {
        refresh();
        return model;
    }

    /** What the merge in use promises. */
    Guarantee guarantee() {
        refresh();
        return guarantee;
    }

    AdaptiveModel<Merge> merges() {
        return merges;
    }

    /** Whether another version of the merge is in use than when this was last asked; at first than the trained one. */
    boolean hasChanged() {
        boolean changed = merges.version() != version;
        version = merges.version();
        return changed;
    }
}
