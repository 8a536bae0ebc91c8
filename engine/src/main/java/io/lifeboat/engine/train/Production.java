package io.lifeboat.engine.train;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.prediction.learned.LabelledRun;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Production data as runs to learn from. All of it is one history, however it was imported, cut into parts of which each is good for one slice
 * of the training. With many nodes each part has nodes of its own, those that failed shared out in the order in which they did;
 * with few, each part is a stretch of time.
 */
final class Production {

    /** Three parts to learn from, one to merge, one to calibrate on. */
    static final int PARTS = 5;

    /** From so many nodes on each part has nodes of its own, and peers among them. */
    private static final int MANY = 5 * PARTS;

    private final List<TelemetryFrame> frames;
    private final List<Truth> truths;
    private final Duration horizon;
    private final Map<String, Instant> ends = new HashMap<>();

    /**
     * @param frames of all runs
     * @param truths of all runs
     * @param horizon how far ahead outcomes are asked for
     */
    Production(List<TelemetryFrame> frames, List<Truth> truths, Duration horizon) {
        this.frames = frames.stream()
                .sorted(Comparator.comparing(TelemetryFrame::at).thenComparing(TelemetryFrame::node))
                .toList();
        this.truths = List.copyOf(truths);
        this.horizon = horizon;
        this.frames.forEach(frame -> ends.put(frame.node(), frame.at()));
    }

    /** The parts, without those that nothing was reported in. */
    List<LabelledRun> parts() {
        List<List<TelemetryFrame>> parts = ends.size() >= MANY ? byNode() : byTime();
        HistoryOutcomes outcomes = HistoryOutcomes.ofProduction(truths, horizon, ends);
        List<LabelledRun> runs = new ArrayList<>();
        for (List<TelemetryFrame> part : parts) {
            if (!part.isEmpty()) {
                runs.add(new LabelledRun("part " + (runs.size() + 1), part, outcomes));
            }
        }
        return runs;
    }

    private List<List<TelemetryFrame>> byNode() {
        Map<String, Integer> parts = new HashMap<>();
        for (Component component : Component.values()) {
            share(failed(component), parts);
        }
        share(new ArrayList<>(new TreeSet<>(ends.keySet())), parts);
        List<List<TelemetryFrame>> cut = empty();
        frames.forEach(frame -> cut.get(parts.getOrDefault(frame.node(), 0)).add(frame));
        return cut;
    }

    /** The nodes of which this component failed, the earliest first. */
    private List<String> failed(Component component) {
        Map<String, Instant> first = new TreeMap<>();
        truths.stream()
                .filter(truth -> truth.component() == component && ends.containsKey(truth.node()))
                .forEach(truth -> truth.failedAt()
                        .ifPresent(at -> first.merge(truth.node(), at, (a, b) -> a.isBefore(b) ? a : b)));
        return first.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Like cards, to those parts that have none yet of these. */
    private static void share(List<String> nodes, Map<String, Integer> parts) {
        int next = 0;
        for (String node : nodes) {
            if (!parts.containsKey(node)) {
                parts.put(node, next++ % PARTS);
            }
        }
    }

    private List<List<TelemetryFrame>> byTime() {
        List<List<TelemetryFrame>> cut = empty();
        for (int i = 0; i < frames.size(); i++) {
            cut.get((int) ((long) i * PARTS / frames.size())).add(frames.get(i));
        }
        return cut;
    }

    private static List<List<TelemetryFrame>> empty() {
        List<List<TelemetryFrame>> parts = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            parts.add(new ArrayList<>());
        }
        return parts;
    }
}
