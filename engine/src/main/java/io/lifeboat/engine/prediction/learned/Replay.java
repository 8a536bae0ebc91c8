package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.EpochNanos;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Goes through a recorded run as the live predictor would have: ten times a second, with what had been reported by then. */
final class Replay {

    private static final Duration TICK = Duration.ofMillis(100);
    private static final int COMPONENTS = io.lifeboat.engine.cluster.Component.values().length;

    /** Sees every node at every tick. */
    interface Visitor {
        /** @param trend what the rules say, one prediction a component */
        void visit(Instant now, NodeFeatures node, PeerTable peers, List<Prediction> trend);
    }

    private Replay() {}

    static void run(LabelledRun run, TrendSettings rules, Visitor visitor) {
        TrendPredictor trend = new TrendPredictor(rules);
        Map<String, NodeFeatures> nodes = new LinkedHashMap<>();
        PeerTable peers = new PeerTable();
        List<TelemetryFrame> frames = run.frames();
        Instant end = frames.get(frames.size() - 1).at();
        int next = 0;
        for (Instant now = frames.get(0).at(); !now.isAfter(end); now = now.plus(TICK)) {
            for (; next < frames.size() && !frames.get(next).at().isAfter(now); next++) {
                TelemetryFrame frame = frames.get(next);
                trend.observe(frame);
                nodes.computeIfAbsent(frame.node(), name -> new NodeFeatures(name, rules.tolerances()))
                        .observe(frame);
            }
            long nanos = EpochNanos.of(now);
            List<Prediction> byRule = trend.predict(now);
            peers.refresh(nanos, nodes.values());
            int from = 0;
            for (NodeFeatures node : nodes.values()) {
                visitor.visit(now, node, peers, byRule.subList(from, from += COMPONENTS));
            }
        }
    }
}
