package io.lifeboat.junit.plan;

import io.lifeboat.engine.local.WorkloadSpec;
import io.lifeboat.junit.EngineMode;
import io.lifeboat.junit.expect.Expectation;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * All that a test declares, checked.
 *
 * @param seed of everything random
 * @param engine what the engine may do
 * @param predictor what predicts failures on a real platform
 * @param recovery how long recovery is measured after the last fault
 * @param duration how long the experiment lasts at least
 * @param sharedNodes the nodes that this test has for itself on a cluster that it shares; empty if it has its own
 */
public record ExperimentPlan(
        long seed,
        EngineMode engine,
        PredictorSettings predictor,
        Duration recovery,
        Duration duration,
        ClusterPlan cluster,
        List<WorkloadSpec> workloads,
        List<FaultPlan> faults,
        List<Expectation> expectations,
        Set<String> sharedNodes) {

    /** When the experiment is over, since it began. */
    public Duration end() {
        return faults.stream()
                .map(fault -> fault.schedule().end().plus(recovery))
                .reduce(duration, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }
}
