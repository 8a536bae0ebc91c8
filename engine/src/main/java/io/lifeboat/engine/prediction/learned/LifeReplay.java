package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.EpochNanos;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what would have been said of the remaining life of components that failed in recorded runs. */
final class LifeReplay {

    private LifeReplay() {}

    static void add(LifeSamples lives, Members members, List<LabelledRun> runs, TrendSettings rules) {
        Component component = members.component();
        for (LabelledRun run : runs) {
            Map<String, NodeOpinions> nodes = new LinkedHashMap<>();
            Map<String, LifeSamples.Device> devices = new LinkedHashMap<>();
            Replay.run(run, rules, (now, node, peers, trend) -> {
                long nanos = EpochNanos.of(now);
                NodeOpinions opinions =
                        nodes.computeIfAbsent(node.node(), name -> new NodeOpinions(members, node, rules.tolerances()));
                Prediction byRule = trend.get(component.ordinal());
                opinions.at(
                        nanos,
                        ComponentView.of(node, component, nanos, peers),
                        byRule,
                        false); // no estimate asks the forest
                if (run.outcomes().of(node.node(), component, now) == Outcome.FAILS) {
                    devices.computeIfAbsent(node.node(), name -> lives.device())
                            .failing(now, opinions.remaining(nanos, byRule));
                }
            });
        }
    }
}
