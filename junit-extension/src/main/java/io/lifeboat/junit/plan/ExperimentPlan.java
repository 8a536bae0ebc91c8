package io.lifeboat.junit.plan;

import io.lifeboat.engine.local.WorkloadSpec;
import io.lifeboat.junit.EngineMode;
import io.lifeboat.junit.expect.Expectation;
import java.time.Duration;
import java.util.List;

/**
 * All that a test declares, checked.
 *
 * @param seed of everything random
 * @param engine what the engine may do
 * @param recovery how long recovery is measured after the last fault
 * @param duration how long the experiment lasts at least
 */
public record ExperimentPlan(
        long seed,
        EngineMode engine,
        Duration recovery,
        Duration duration,
        ClusterPlan cluster,
        List<WorkloadSpec> workloads,
        List<FaultPlan> faults,
        List<Expectation> expectations) {

    /** When the experiment is over, since it began. */
    public Duration end() {
        return faults.stream()
                .map(fault -> fault.schedule().end().plus(recovery))
                .reduce(duration, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }
}
