package io.lifeboat.engine;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.engine.cluster.Workload;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.simulation.Impairment;
import io.lifeboat.engine.simulation.SimulatedCluster;
import io.lifeboat.engine.simulation.SimulatedClusterBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A simulated cluster with an engine on it, and everything the engine said except its predictions. */
final class EngineRun {

    final List<EngineEvent> events = new ArrayList<>();
    final SimulatedCluster cluster;
    final Engine engine;
    private Consumer<Instant> beforeTick = now -> {};

    EngineRun(SimulatedClusterBuilder builder, EngineConfig config) {
        cluster = builder.build();
        engine = Engine.builder()
                .operator(cluster)
                .telemetry(cluster)
                .predictor(new TrendPredictor())
                .config(config)
                .listener(event -> {
                    if (!(event instanceof EngineEvent.Predicted)) {
                        events.add(event);
                    }
                })
                .build();
    }

    static EngineRun threeNodes(long seed, EngineConfig config) {
        return new EngineRun(
                SimulatedCluster.builder()
                        .seed(seed)
                        .nodes(3)
                        .workload(workload("orders", "node-1", Criticality.HIGH))
                        .workload(workload("billing", "node-1", Criticality.MEDIUM))
                        .workload(workload("search", "node-2", Criticality.MEDIUM)),
                config);
    }

    static Workload workload(String id, String node, Criticality criticality) {
        return new Workload(id, id, criticality, 0, Duration.ofSeconds(30), new Resources(0.5, 256L << 20), node, 0);
    }

    EngineRun beforeEachTick(Consumer<Instant> action) {
        beforeTick = action;
        return this;
    }

    void seconds(double seconds) {
        cluster.advance(Duration.ofMillis((long) (seconds * 1000)), now -> {
            beforeTick.accept(now);
            engine.tick(now);
        });
    }

    /** Severity rises to 1 within 5 s, then the node crashes. */
    void rampToCrash(String node, Impairment impairment) {
        for (int i = 1; i <= 50; i++) {
            cluster.degrade(node, impairment, i / 50.0);
            seconds(0.1);
        }
        cluster.crash(node);
    }

    <T extends EngineEvent> Stream<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    String nodeOf(String workload) {
        return cluster.snapshot().workloads().stream()
                .filter(each -> each.id().equals(workload))
                .findFirst()
                .orElseThrow()
                .node();
    }
}
