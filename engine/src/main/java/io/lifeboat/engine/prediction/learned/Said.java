package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.model.classify.Classifier;
import io.lifeboat.engine.prediction.Opinion;
import io.lifeboat.engine.telemetry.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the models of one component said of one node at one moment. Those that need no memory are asked when somebody wants to know: of a
 * healthy node nobody does. Thread-safe.
 */
final class Said {

    private final Members members;
    private final ComponentView view;
    private final double[] remembering;
    private final @Nullable Metric[] about;
    private double @Nullable [] all;

    /**
     * @param view what the classifiers see
     * @param remembering what the other models said, in the order of {@link Members#names}; not a number where one abstained
     * @param about the signals on which those rest, in the same order; null where there is none
     */
    Said(Members members, ComponentView view, double[] remembering, @Nullable Metric[] about) {
        this.members = members;
        this.view = view;
        this.remembering = remembering;
        this.about = about;
    }

    /** One probability a model, in the order of {@link Members#names}; not a number where a model abstains. Not to be changed. */
    synchronized double[] all() {
        if (all == null) {
            List<Classifier> classifiers = members.classifiers();
            all = new double[classifiers.size() + remembering.length];
            for (int i = 0; i < classifiers.size(); i++) {
                all[i] = classifiers.get(i).probability(view.row());
            }
            System.arraycopy(remembering, 0, all, classifiers.size(), remembering.length);
        }
        return all;
    }

    /** The same for a reader of the report. */
    List<Opinion> told() {
        List<String> names = members.names();
        double[] said = all();
        List<Opinion> told = new ArrayList<>(said.length);
        for (int i = 0; i < said.length; i++) {
            told.add(
                    Double.isNaN(said[i])
                            ? Opinion.abstained(names.get(i))
                            : new Opinion(
                                    names.get(i),
                                    Math.max(0, Math.min(1, said[i])),
                                    false,
                                    Optional.ofNullable(about(i))));
        }
        return told;
    }

    private @Nullable Metric about(int model) {
        List<Classifier> classifiers = members.classifiers();
        return model < classifiers.size()
                ? about(classifiers.get(model).contributions(view.row()))
                : about[model - classifiers.size()];
    }

    /** The signal whose features add most; null if none adds anything. */
    private @Nullable Metric about(double[] contributions) {
        Map<Metric, Double> added = new EnumMap<>(Metric.class);
        view.share(contributions, 1, added);
        return added.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
