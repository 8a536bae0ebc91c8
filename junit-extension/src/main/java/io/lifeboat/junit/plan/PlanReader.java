package io.lifeboat.junit.plan;

import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.engine.local.WorkloadSpec;
import io.lifeboat.junit.ClusterScope;
import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.EngineMode;
import io.lifeboat.junit.InjectFailure;
import io.lifeboat.junit.LocalCluster;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.junit.SimulatedCluster;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Reads the plan of a test from its annotations. */
public final class PlanReader {

    private static final int MOST_LOCAL_NODES = 32;
    private static final int MOST_SIMULATED_NODES = 100_000;

    private PlanReader() {}

    /**
     * Reads and checks everything that the test declares.
     *
     * @throws PlanException if any of it cannot be
     */
    public static ExperimentPlan read(ExtensionContext context, Settings settings) {
        AnnotationFinder finder = new AnnotationFinder(context.getRequiredTestClass(), context.getRequiredTestMethod());
        ResilienceTest test = finder.nearest(ResilienceTest.class).orElse(Defaults.RESILIENCE_TEST);
        long seed = test.seed() != 0 ? test.seed() : settings.seedOf(context.getUniqueId());
        ClusterPlan cluster = cluster(finder);
        List<WorkloadSpec> workloads = new WorkloadReader(cluster).read(finder.all(DeployWorkload.class));
        List<FaultPlan> faults = new FaultReader(cluster, workloads, seed).read(finder.all(InjectFailure.class));
        EngineMode engine = settings.engine().orElse(test.engine());
        return new ExperimentPlan(
                seed,
                engine,
                settings.predictor(),
                Durations.parse("recovery", test.recovery()),
                duration(test.duration(), faults),
                cluster,
                workloads,
                faults,
                new ExpectationReader(finder, cluster, workloads, faults).read(),
                faultDomain(context.getRequiredTestClass(), context.getRequiredTestMethod()));
    }

    /**
     * The nodes that a test on a shared cluster needs for itself; empty if its cluster is its own. A test that does not
     * name its nodes needs all of them.
     */
    public static Set<String> faultDomain(Class<?> testClass, Method testMethod) {
        AnnotationFinder finder = new AnnotationFinder(testClass, testMethod);
        Optional<LocalCluster> shared =
                finder.nearest(LocalCluster.class).filter(cluster -> cluster.scope() == ClusterScope.CLASS);
        if (shared.isEmpty()) {
            return Set.of();
        }
        Set<String> named = new TreeSet<>();
        finder.all(InjectFailure.class).forEach(failure -> named.add(failure.target()));
        finder.all(DeployWorkload.class).forEach(workload -> named.add(workload.on()));
        List<String> all = cluster(finder).nodeIds();
        return all.containsAll(named) ? named : new TreeSet<>(all);
    }

    private static Duration duration(String text, List<FaultPlan> faults) {
        return faults.isEmpty() ? Durations.parsePositive("duration", text) : Durations.parse("duration", text);
    }

    private static ClusterPlan cluster(AnnotationFinder finder) {
        int local = finder.distance(LocalCluster.class).orElse(Integer.MAX_VALUE);
        int simulated = finder.distance(SimulatedCluster.class).orElse(Integer.MAX_VALUE);
        if (local == simulated && local != Integer.MAX_VALUE) {
            throw new PlanException(
                    "@LocalCluster and @SimulatedCluster are on the same element, and a test runs on one cluster.%nMaybe remove one of them."
                            .formatted());
        }
        return simulated < local
                ? finder.nearest(SimulatedCluster.class)
                        .map(PlanReader::simulated)
                        .orElseThrow()
                : finder.nearest(LocalCluster.class)
                        .map(PlanReader::local)
                        .orElseGet(() -> local(Defaults.LOCAL_CLUSTER));
    }

    private static ClusterPlan local(LocalCluster cluster) {
        requireNodes("@LocalCluster", cluster.nodes(), MOST_LOCAL_NODES);
        return new ClusterPlan(
                false,
                cluster.nodes(),
                new Resources(cluster.cpus(), ByteSizes.parse("memory", cluster.memory())),
                cluster.scope());
    }

    private static ClusterPlan simulated(SimulatedCluster cluster) {
        requireNodes("@SimulatedCluster", cluster.nodes(), MOST_SIMULATED_NODES);
        return new ClusterPlan(
                true,
                cluster.nodes(),
                new Resources(cluster.cpus(), ByteSizes.parse("memory", cluster.memory())),
                ClusterScope.METHOD);
    }

    private static void requireNodes(String annotation, int nodes, int most) {
        if (nodes < 1 || nodes > most) {
            throw new PlanException(
                    "%s: nodes = %d must be at least 1 and at most %,d.".formatted(annotation, nodes, most));
        }
    }
}
