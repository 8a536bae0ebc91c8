package io.lifeboat.junit.experiment;

import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.Workload;
import io.lifeboat.junit.plan.ExperimentPlan;
import io.lifeboat.junit.plan.FaultPlan;
import io.lifeboat.junit.platform.Platform;
import java.util.HashSet;
import java.util.Set;

/**
 * The nodes whose signals are worth keeping. On a small cluster all of them; on a large one those that carry workloads
 * or are declared to fail, since all the others would be most of the journal and nobody would look at them.
 */
final class InvolvedNodes {

    private static final int SMALL_CLUSTER = 16;

    private final boolean all;
    private final Set<String> nodes = new HashSet<>();

    InvolvedNodes(ExperimentPlan plan, Platform platform) {
        ClusterSnapshot snapshot = platform.snapshot();
        all = snapshot.nodes().size() <= SMALL_CLUSTER;
        snapshot.workloads().stream().map(Workload::node).forEach(nodes::add);
        plan.faults().stream().map(FaultPlan::target).forEach(nodes::add);
    }

    boolean contains(String node) {
        return all || nodes.contains(node);
    }
}
