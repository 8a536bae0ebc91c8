package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.model.classify.Classifier;
import io.lifeboat.engine.prediction.Evidence;
import io.lifeboat.engine.prediction.MetricText;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.telemetry.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Why: what each signal adds to the merged log-odds, in words. Classifiers share out theirs by feature; what the rules add goes
 * to the signals that the rules name. Only what raises the probability is a reason.
 */
final class Reasons {

    private static final int MOST = 3;
    private static final double LEAST_SHARE = 0.05;

    private final ComponentModel model;
    private final ComponentView view;
    private final Prediction trend;

    /** @param trend what the rules say */
    Reasons(ComponentModel model, ComponentView view, Prediction trend) {
        this.model = model;
        this.view = view;
        this.trend = trend;
    }

    /** The strongest first. */
    List<Evidence> evidence() {
        Map<Metric, Double> added = new EnumMap<>(Metric.class);
        addClassifiers(added);
        addRules(added);
        added.values().removeIf(value -> value <= 0);
        double sum = added.values().stream().mapToDouble(Double::doubleValue).sum();
        List<Evidence> evidence = new ArrayList<>();
        added.forEach((metric, value) -> {
            if (value >= LEAST_SHARE * sum) {
                evidence.add(new Evidence(metric, text(metric), value / sum, course(metric)));
            }
        });
        evidence.sort(Comparator.comparingDouble(Evidence::contribution).reversed());
        return evidence.subList(0, Math.min(MOST, evidence.size()));
    }

    private void addClassifiers(Map<Metric, Double> added) {
        List<Classifier> classifiers = model.members().classifiers();
        for (int i = 0; i < classifiers.size(); i++) {
            double weight = model.merge().stack().weights()[i];
            if (weight > 0) {
                view.share(classifiers.get(i).contributions(view.row()), weight, added);
            }
        }
    }

    private void addRules(Map<Metric, Double> added) {
        int rules = model.merge().stack().weights().length - 1;
        double pull = trend.abstained() ? 0 : model.merge().stack().pull(rules, trend.probability());
        // A signal that training never saw moved counts on its own, see NodeJudge.
        double whole = Math.max(pull, trend.probability());
        trend.evidence()
                .forEach(evidence -> added.merge(evidence.metric(), whole * evidence.contribution(), Double::sum));
    }

    private String text(Metric metric) {
        return trend.evidence().stream()
                .filter(evidence -> evidence.metric() == metric)
                .map(Evidence::reason)
                .findFirst()
                .orElseGet(() -> describe(metric));
    }

    private Evidence.Course course(Metric metric) {
        return trend.evidence().stream()
                .filter(evidence -> evidence.metric() == metric)
                .map(Evidence::course)
                .findFirst()
                .orElse(Evidence.Course.LEVEL);
    }

    private String describe(Metric metric) {
        double level = view.level(metric);
        if (Double.isNaN(level)) {
            return MetricText.name(metric) + " is missing";
        }
        double rise = view.rise(metric);
        double other = view.peers(metric);
        return "%s %s, %s %s its own history, %s"
                .formatted(
                        MetricText.name(metric),
                        MetricText.amount(metric, level),
                        MetricText.difference(metric, Math.abs(rise)),
                        rise >= 0 ? "above" : "below",
                        Double.isNaN(other) ? "no peers" : "peers " + MetricText.amount(metric, other));
    }
}
