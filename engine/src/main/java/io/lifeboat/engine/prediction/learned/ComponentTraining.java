package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.model.calibration.Calibration;
import io.lifeboat.engine.model.calibration.PlattScaling;
import io.lifeboat.engine.model.calibration.Ranking;
import io.lifeboat.engine.model.classify.Classifier;
import io.lifeboat.engine.model.classify.Classifiers;
import io.lifeboat.engine.model.file.TrainingWindow;
import io.lifeboat.engine.model.forecast.Forecaster;
import io.lifeboat.engine.model.tree.TrainingSet;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.EpochNanos;
import io.lifeboat.engine.telemetry.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Trains the models of one component, slice by slice. */
final class ComponentTraining {

    private final Component component;
    private final TrainingWindow window;
    private final TrainingSettings settings;
    private final TrendSettings rules;
    private final double failureRate;
    private final Consumer<String> progress;

    ComponentTraining(
            Component component,
            TrainingWindow window,
            TrainingSettings settings,
            TrendSettings rules,
            double failureRate,
            Consumer<String> progress) {
        this.component = component;
        this.window = window;
        this.settings = settings;
        this.rules = rules;
        this.failureRate = failureRate;
        this.progress = progress;
    }

    ComponentModel train(FeatureRows features, ModelTraining.Slices slices) throws ModelTraining.TooLittle {
        requireFailures("to learn from", features.of(component).rows);
        Members members = members(features);
        Set<Metric> covered = features.of(component).covered;
        LabelledRows merging = opinions(members, covered, slices.merge());
        requireFailures("to merge on", merging);
        Stack stack = Stack.fit(merging.rows().stream().map(Opinions::doubles).toList(), merging.failed());
        LabelledRows last = opinions(members, covered, slices.calibrate());
        requireFailures("to calibrate on", last);
        progress.accept("%s: area under the ROC curve %.3f on %d devices not learned from, %d of which failed"
                .formatted(
                        component,
                        area(stack, last),
                        Arrays.stream(last.devices()).distinct().count(),
                        last.failures()));
        Merge merge = Merge.calibrated(stack, last.rows(), last.gates(), last.failed(), last.devices(), window);
        return new ComponentModel(
                members,
                merge,
                covered,
                floors(),
                failureRate,
                lives(members, slices).fit(members.horizon()));
    }

    /**
     * Of all runs, as failures are few: nothing in an estimate was fitted to the first slice but which forecaster, of a handful, forecasts a
     * signal best.
     */
    private LifeSamples lives(Members members, ModelTraining.Slices slices) {
        LifeSamples lives = new LifeSamples();
        for (List<LabelledRun> slice : List.of(slices.learn(), slices.merge(), slices.calibrate())) {
            LifeReplay.add(lives, members, slice, rules);
        }
        return lives;
    }

    private Map<Metric, Double> floors() {
        FeatureSpace space = FeatureSpace.of(settings.cadence());
        Map<Metric, Double> floors = new EnumMap<>(Metric.class);
        space.metrics(component).forEach(metric -> floors.put(metric, space.floor(metric, rules.tolerances())));
        return floors;
    }

    private static double area(Stack stack, LabelledRows rows) {
        float[] merged = new float[rows.size()];
        for (int i = 0; i < merged.length; i++) {
            merged[i] = (float) stack.merge(Opinions.doubles(rows.rows().get(i)));
        }
        return Ranking.of(merged, rows.failed()).auc();
    }

    private void requireFailures(String purpose, LabelledRows rows) throws ModelTraining.TooLittle {
        if (rows.failures() < ModelTraining.LEAST_FAILURES) {
            throw new ModelTraining.TooLittle("%d failures %s are too few, it takes %d. Maybe record more runs."
                    .formatted(rows.failures(), purpose, ModelTraining.LEAST_FAILURES));
        }
    }

    private Members members(FeatureRows features) {
        FeatureSpace space = FeatureSpace.of(settings.cadence());
        TrainingSet set = features.of(component).rows.trainingSet(space.names(component));
        List<Classifier> classifiers = new ArrayList<>();
        for (String name : settings.classifiers()) {
            progress.accept("%s: %s on %d rows".formatted(component, name, set.rows()));
            classifiers.add(
                    Classifiers.named(name).train(set, space.monotone(component), settings.seed(), settings.threads()));
        }
        Map<Metric, Forecaster> forecasters = new EnumMap<>(Metric.class);
        for (Tolerance tolerance : rules.tolerances()) {
            if (features.of(component).covered.contains(tolerance.metric())) {
                Forecaster chosen = ForecasterChoice.choose(features.series(tolerance.metric()));
                progress.accept("%s: %s is forecast by %s".formatted(component, tolerance.metric(), chosen.name()));
                forecasters.put(tolerance.metric(), chosen);
            }
        }
        return new Members(
                component,
                settings.cadence().slowed(settings.horizon()),
                classifiers,
                platt(features.of(component).ownHistory),
                platt(features.of(component).randomCut),
                forecasters);
    }

    private static Calibration platt(FeatureRows.Scores scores) {
        int size = scores.scores().size();
        double[] claims = new double[size];
        boolean[] failed = new boolean[size];
        for (int i = 0; i < size; i++) {
            claims[i] = Unusual.claim(scores.scores().get(i));
            failed[i] = scores.failed().get(i);
        }
        return size == 0 ? new PlattScaling(1, 0) : PlattScaling.fit(claims, failed);
    }

    /** What the models say in runs they did not learn from. */
    private LabelledRows opinions(Members members, Set<Metric> covered, List<LabelledRun> runs) {
        LabelledRows rows = new LabelledRows();
        int devices = 0;
        for (LabelledRun run : runs) {
            Map<String, NodeOpinions> nodes = new LinkedHashMap<>();
            Map<String, Integer> ids = new LinkedHashMap<>();
            int first = devices;
            Replay.run(run, rules, (now, node, peers, trend) -> {
                long nanos = EpochNanos.of(now);
                Outcome outcome = run.outcomes().of(node.node(), component, now);
                int device = ids.computeIfAbsent(node.node(), name -> first + ids.size());
                ComponentView view = ComponentView.of(node, component, nanos, peers);
                NodeOpinions opinions =
                        nodes.computeIfAbsent(node.node(), name -> new NodeOpinions(members, node, rules.tolerances()));
                Prediction byRule = trend.get(component.ordinal());
                double[] said =
                        opinions.at(nanos, view, byRule, !peers.isLarge()).all();
                if (outcome != Outcome.UNKNOWN) {
                    Gate gate = Gate.of(node, component, covered, byRule, nanos);
                    rows.add(Opinions.floats(said), gate, outcome == Outcome.FAILS, device);
                }
            });
            devices += ids.size();
        }
        return rows;
    }
}
