package io.lifeboat.junit.experiment;

import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.Workload;
import io.lifeboat.junit.plan.ExperimentPlan;
import io.lifeboat.junit.platform.Platform;
import io.lifeboat.report.journal.JournalEntry;
import java.util.Locale;

/** The first entries of a journal: what is tested, on what. */
final class Preamble {

    private Preamble() {}

    static void write(Recording recording, ExperimentPlan plan, Platform platform, TestIdentity identity) {
        recording.write(at -> new JournalEntry.Started(
                at,
                identity.id(),
                identity.displayName(),
                identity.testClass(),
                identity.testMethod(),
                platform.now().toString(),
                plan.seed(),
                platform.name(),
                plan.engine().name().toLowerCase(Locale.ROOT),
                identity.replay(),
                platform.facts()));
        ClusterSnapshot snapshot = platform.snapshot();
        for (Node node : snapshot.nodes()) {
            recording.write(at -> new JournalEntry.NodeAdded(
                    at, node.id(), node.capacity().cpus(), node.capacity().memoryBytes()));
        }
        for (Workload workload : snapshot.workloads()) {
            recording.write(at -> new JournalEntry.WorkloadDeployed(
                    at,
                    workload.id(),
                    workload.service(),
                    workload.node(),
                    workload.criticality().name(),
                    workload.acceptableDowntime().toNanos() / 1000));
        }
    }
}
