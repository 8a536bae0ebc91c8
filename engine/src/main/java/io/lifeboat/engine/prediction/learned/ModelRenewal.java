package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.adapt.BackgroundJob;
import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.ModelChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has the models of components that drifted trained anew, all of them in one training, and gives each the challenger that came of it. Not
 * thread-safe.
 */
final class ModelRenewal {

    private static final String NOTHING = "Training the models anew came to nothing: ";

    private final Map<Component, AdaptiveMerger> mergers;
    private final BackgroundModels background;

    /** The components that drifted before the training began. */
    private final Set<Component> asked = EnumSet.noneOf(Component.class);

    ModelRenewal(Map<Component, AdaptiveMerger> mergers, BackgroundModels background) {
        this.mergers = mergers;
        this.background = background;
    }

    /** Takes what was trained, if it is there; what came to nothing. */
    List<ModelChange> collect(Instant now) {
        Optional<LearnedModels> trained;
        try {
            trained = background.collect();
        } catch (BackgroundJob.Failed e) {
            return nothing(e);
        }
        List<ModelChange> changes = new ArrayList<>();
        if (trained.isPresent()) {
            asked.forEach(component -> challenge(component, trained.get(), now, changes));
            asked.clear();
        }
        return changes;
    }

    private void challenge(Component component, LearnedModels trained, Instant now, List<ModelChange> changes) {
        ComponentModel model = trained.of(component);
        AdaptiveMerger merger = mergers.get(component);
        if (model == null) {
            changes.add(new ModelChange(component, NOTHING + String.join(" ", trained.problems())));
        } else if (merger != null) {
            merger.challenge(now, model);
        }
    }

    /** Begins a training, if a component drifted and it is time; for whom, or why not. */
    List<ModelChange> train(Instant now) {
        if (!background.isFree(now)) {
            return List.of();
        }
        List<ModelChange> changes = new ArrayList<>();
        mergers.forEach((component, merger) -> {
            if (merger.takeModelsDue()) {
                asked.add(component);
                changes.add(
                        new ModelChange(component, "Since it drifted, its models are trained anew from the history."));
            }
        });
        if (!asked.isEmpty()) {
            try {
                background.start(now);
            } catch (BackgroundJob.Failed e) {
                changes.addAll(nothing(e));
            }
        }
        return changes;
    }

    private List<ModelChange> nothing(BackgroundJob.Failed why) {
        List<ModelChange> changes = asked.stream()
                .map(component -> new ModelChange(component, NOTHING + why.getMessage()))
                .toList();
        asked.clear();
        return changes;
    }
}
