package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.model.calibration.Calibration;
import io.lifeboat.engine.model.classify.Classifier;
import io.lifeboat.engine.prediction.Opinion;
import io.lifeboat.engine.prediction.Prediction;
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
    private final Prediction rules;
    private final Judgement ownHistory;
    private final Judgement randomCut;
    private final double crossing;
    private final @Nullable Metric aboutCrossing;
    private double @Nullable [] all;

    /**
     * @param view what the classifiers see
     * @param rules what the rules say
     * @param crossings as they were forecast last
     */
    Said(
            Members members,
            ComponentView view,
            Prediction rules,
            Judgement ownHistory,
            Judgement randomCut,
            Crossings crossings) {
        this.members = members;
        this.view = view;
        this.rules = rules;
        this.ownHistory = ownHistory;
        this.randomCut = randomCut;
        this.crossing = crossings.probability();
        this.aboutCrossing = crossings.about();
    }

    /** One probability a model, in the order of {@link Members#names}; not a number where a model abstains. Not to be changed. */
    synchronized double[] all() {
        if (all == null) {
            List<Classifier> classifiers = members.classifiers();
            int trained = classifiers.size();
            float[] row = view.row();
            all = new double[trained + 4];
            for (int i = 0; i < trained; i++) {
                all[i] = classifiers.get(i).probability(row);
            }
            all[trained] = calibrated(ownHistory, members.ownHistory());
            all[trained + 1] = calibrated(randomCut, members.randomCut());
            all[trained + 2] = crossing;
            all[trained + 3] = rules.abstained() ? Double.NaN : rules.probability();
        }
        return all;
    }

    private static double calibrated(Judgement judgement, Calibration calibration) {
        double score = judgement.score();
        return Double.isNaN(score) ? Double.NaN : calibration.apply(Unusual.claim(score));
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
        return switch (model - classifiers.size()) {
            case 0 -> ownHistory.about();
            case 1 -> randomCut.about();
            case 2 -> aboutCrossing;
            case 3 -> aboutRules();
            default -> about(classifiers.get(model).contributions(view.row()));
        };
    }

    private @Nullable Metric aboutRules() {
        return rules.probability() == 0 || rules.evidence().isEmpty()
                ? null
                : rules.evidence().get(0).metric();
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
