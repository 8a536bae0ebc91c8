package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.NodeRanges;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.EpochNanos;
import io.lifeboat.engine.telemetry.ReplayedTelemetry;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Goes through a recorded run as the live predictor would have: ten times a second, with what had been reported by then. */
final class Replay {

    private static final int COMPONENTS = Component.values().length;

    /** Sees every node at every tick; of a slower cadence, those that still report. */
    interface Visitor {
        /** @param trend what the rules say, one prediction a component */
        void visit(Instant now, NodeFeatures node, PeerTable peers, List<Prediction> trend);
    }

    private Replay() {}

    static void run(LabelledRun run, TrendSettings rules, Visitor visitor) {
        TrendPredictor trend = new TrendPredictor(rules);
        Map<String, NodeFeatures> nodes = new LinkedHashMap<>();
        FeatureSpace space = FeatureSpace.of(run.cadence());
        PeerTable peers = new PeerTable(space);
        ReplayedTelemetry telemetry = new ReplayedTelemetry(run.frames(), run.cadence());
        telemetry.run(now -> {
            for (TelemetryFrame frame : telemetry.poll()) {
                trend.observe(frame);
                nodes.computeIfAbsent(frame.node(), name -> {
                            peers.add();
                            return new NodeFeatures(name, rules, space);
                        })
                        .observe(frame);
            }
            List<Prediction> byRule = trend.predict(now);
            int number = 0;
            peers.begin();
            for (NodeFeatures node : nodes.values()) {
                peers.measure(number++, node, EpochNanos.of(now));
            }
            peers.settle(NodeRanges.one());
            int from = 0;
            for (NodeFeatures node : nodes.values()) {
                List<Prediction> ofNode = byRule.subList(from, from += COMPONENTS);
                if (run.cadence().isLive() || node.freshUntil(EpochNanos.of(now)) != Long.MAX_VALUE) {
                    visitor.visit(now, node, peers, ofNode);
                }
            }
        });
    }
}
