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
    private static final int LIVE_STRIDE = 2;

    /** Of years of production data, of what held every so many rows only that no more are kept; calibration undoes it. */
    private static final int MOST_ROWS = 300_000;

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
        int stride = stride(runs);
        int device = 0;
        for (LabelledRun run : runs) {
            all.new Pass(run, device, stride).go(rules);
            device += Math.max(1_000, run.nodes().size());
        }
        return all;
    }

    private static int stride(List<LabelledRun> runs) {
        if (runs.stream().allMatch(run -> run.cadence().isLive())) {
            return LIVE_STRIDE;
        }
        long frames = runs.stream().mapToLong(run -> run.frames().size()).sum();
        return (int) (1 + frames / MOST_ROWS);
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
        private final int stride;
        private final Map<String, Integer> devices = new HashMap<>();
        private final Map<String, Watch> watches = new HashMap<>();
        private int visits;

        private Pass(LabelledRun run, int firstDevice, int stride) {
            this.run = run;
            this.stride = stride;
            this.firstDevice = firstDevice;
        }

        private void go(TrendSettings rules) {
            Replay.run(run, rules, (now, node, peers, trend) -> visit(now, node, peers));
            watches.values().forEach(Watch::keepSeries);
        }

        private void visit(Instant now, NodeFeatures node, PeerTable peers) {
            int device = devices.computeIfAbsent(node.node(), name -> firstDevice + devices.size());
            Watch watch = watches.computeIfAbsent(node.node(), name -> new Watch(node));
            boolean turn = visits++ / Math.max(1, devices.size()) % stride == 0;
            long nanos = EpochNanos.of(now);
            for (Component component : Component.values()) {
                Outcome outcome = run.outcomes().of(node.node(), component, now);
                watch.judge(component, nanos, outcome, peers.isLarge());
                boolean sampled =
                        turn || outcome == Outcome.FAILS && !run.cadence().isLive();
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
                own.add(Unusual.ownHistory(node, node.metrics(component)));
                forest.add(Unusual.randomCut(node, node.metrics(component)));
            }
        }

        private void judge(Component component, long nanos, Outcome outcome, boolean crowded) {
            Lesson lesson = of(component);
            add(lesson.ownHistory, own.get(component.ordinal()).judge(nanos), outcome);
            if (!crowded) {
                add(lesson.randomCut, forest.get(component.ordinal()).judge(nanos), outcome);
            }
            for (Metric metric : node.metrics(component)) {
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

        private void add(Scores scores, Judgement judgement, Outcome outcome) {
            double score = judgement.score();
            if (!Double.isNaN(score) && outcome != Outcome.UNKNOWN) {
                scores.scores().add(score);
                scores.failed().add(outcome == Outcome.FAILS);
            }
        }

        private void keepSeries() {
            levels.forEach((metric, values) -> {
                if (metric.component().filter(failed::contains).isPresent()) {
                    series.computeIfAbsent(metric, m -> new ArrayList<>()).add(values.values());
                }
            });
        }
    }
}
