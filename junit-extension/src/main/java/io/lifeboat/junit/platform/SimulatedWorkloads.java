package io.lifeboat.junit.platform;

import io.lifeboat.engine.cluster.Workload;
import io.lifeboat.engine.local.WorkloadSpec;
import io.lifeboat.junit.plan.ExperimentPlan;
import java.util.ArrayList;
import java.util.List;

/** Places the copies of all declared workloads on simulated nodes. */
final class SimulatedWorkloads {

    /** What a data directory is taken to hold. */
    private static final long DATA_BYTES = 16L << 20;

    private SimulatedWorkloads() {}

    static List<Workload> of(ExperimentPlan plan) {
        List<String> ids = plan.cluster().nodeIds();
        List<Workload> all = new ArrayList<>();
        int next = 0;
        for (WorkloadSpec spec : plan.workloads()) {
            for (int i = 0; i < spec.replicas(); i++) {
                String node = spec.nodes().isEmpty()
                        ? ids.get(next++ % ids.size())
                        : spec.nodes().get(i % spec.nodes().size());
                all.add(copy(spec, i, node));
            }
        }
        return all;
    }

    private static Workload copy(WorkloadSpec spec, int index, String node) {
        return new Workload(
                spec.replicas() == 1 ? spec.name() : spec.name() + "-" + (index + 1),
                spec.name(),
                spec.criticality(),
                spec.slaPriority(),
                spec.acceptableDowntime(),
                spec.requests(),
                node,
                spec.dataDirectory() ? DATA_BYTES : 0);
    }
}
