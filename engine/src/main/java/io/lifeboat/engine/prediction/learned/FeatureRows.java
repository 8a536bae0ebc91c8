package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.EpochNanos;
import io.lifeboat.engine.telemetry.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All that is learned from the first slice of runs, computed in one pass over it for all components. */
final class FeatureRows {

    /** Every second tick: neighbours differ too little to teach much. */
    private static final int STRIDE = 2;

    /** Scores of one detector in the same order as its outcomes. */
    record Scores(List<Double> scores, List<Boolean> failed) {
        Scores() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** What is learned of one component. */
    static final class Lesson {
        final LabelledRows rows = new LabelledRows();
        final Scores ownHistory = new Scores();
        final Scores randomCut = new Scores();

        /** The signals that rose when this component was failing. */
        final Set<Metric> covered = EnumSet.noneOf(Metric.class);
    }

    private final List<Lesson> lessons =
            Stream.generate(Lesson::new).limit(Component.values().length).toList();
    private final Map<Metric, List<double[]>> series = new EnumMap<>(Metric.class);

    private FeatureRows() {}

    static FeatureRows of(List<LabelledRun> runs, TrendSettings rules) {
        FeatureRows all = new FeatureRows();
        int device = 0;
        for (LabelledRun run : runs) {
            all.new Pass(run, device++ * 1_000).go(rules);
        }
        return all;
    }

    Lesson of(Component component) {
        return lessons.get(component.ordinal());
    }

    /** Levels of a signal over nodes whose component failed, twice a second. */
    List<double[]> series(Metric metric) {
        return series.getOrDefault(metric, List.of());
    }

    /** One run. */
    private final class Pass {
        private final LabelledRun run;
        private final int firstDevice;
        private final Map<String, Integer> devices = new HashMap<>();
        private final Map<String, Watch> watches = new HashMap<>();
        private int visits;

        private Pass(LabelledRun run, int firstDevice) {
            this.run = run;
            this.firstDevice = firstDevice;
        }

        private void go(TrendSettings rules) {
            Replay.run(run, rules, (now, node, peers, trend) -> visit(now, node, peers));
            watches.values().forEach(Watch::keepSeries);
        }

        private void visit(Instant now, NodeFeatures node, PeerTable peers) {
            int device = devices.computeIfAbsent(node.node(), name -> firstDevice + devices.size());
            Watch watch = watches.computeIfAbsent(node.node(), name -> new Watch(node));
            boolean sampled = visits++ / Math.max(1, devices.size()) % STRIDE == 0;
            long nanos = EpochNanos.of(now);
            for (Component component : Component.values()) {
                Outcome outcome = run.outcomes().of(node.node(), component, now);
                watch.judge(component, nanos, outcome);
                if (outcome != Outcome.UNKNOWN && sampled) {
                    of(component)
                            .rows
                            .add(
                                    ComponentView.of(node, component, nanos, peers)
                                            .row(),
                                    outcome == Outcome.FAILS,
                                    device);
                }
            }
        }
    }

    /** What is kept of one node on the way. */
    private final class Watch {
        private final NodeFeatures node;
        private final List<Unusual> own = new ArrayList<>();
        private final List<Unusual> forest = new ArrayList<>();
        private final Map<Metric, LevelSeries> levels = new EnumMap<>(Metric.class);
        private final Set<Component> failed = EnumSet.noneOf(Component.class);

        private Watch(NodeFeatures node) {
            this.node = node;
            for (Component component : Component.values()) {
                own.add(Unusual.ownHistory(node, FeatureSpace.metrics(component)));
                forest.add(Unusual.randomCut(node, FeatureSpace.metrics(component)));
            }
        }

        private void judge(Component component, long nanos, Outcome outcome) {
            Lesson lesson = of(component);
            add(lesson.ownHistory, own.get(component.ordinal()).score(nanos), outcome);
            add(lesson.randomCut, forest.get(component.ordinal()).score(nanos), outcome);
            for (Metric metric : FeatureSpace.metrics(component)) {
                SignalFeatures signal = node.known(metric, nanos);
                if (signal != null && outcome != Outcome.UNKNOWN) {
                    levels.computeIfAbsent(metric, m -> new LevelSeries(256, ForecasterChoice.STEP_NANOS))
                            .add(nanos, signal.level());
                    if (outcome == Outcome.FAILS && signal.rise() >= signal.floor()) {
                        lesson.covered.add(metric);
                    }
                }
            }
            if (outcome == Outcome.FAILS) {
                failed.add(component);
            }
        }

        private void add(Scores scores, double score, Outcome outcome) {
            if (!Double.isNaN(score) && outcome != Outcome.UNKNOWN) {
                scores.scores().add(score);
                scores.failed().add(outcome == Outcome.FAILS);
            }
        }

        private void keepSeries() {
            levels.forEach((metric, values) -> {
                if (failed.contains(metric.component().orElseThrow())) {
                    series.computeIfAbsent(metric, m -> new ArrayList<>()).add(values.values());
                }
            });
        }
    }
}
