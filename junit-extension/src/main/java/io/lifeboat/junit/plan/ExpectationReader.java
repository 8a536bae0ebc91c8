package io.lifeboat.junit.plan;

import io.lifeboat.engine.local.WorkloadSpec;
import io.lifeboat.junit.ExpectErrorRate;
import io.lifeboat.junit.ExpectLatency;
import io.lifeboat.junit.ExpectMigrationWithin;
import io.lifeboat.junit.ExpectNoFalseAlarm;
import io.lifeboat.junit.ExpectPrediction;
import io.lifeboat.junit.ExpectRecoveryWithin;
import io.lifeboat.junit.ExpectThroughput;
import io.lifeboat.junit.expect.ErrorRateExpectation;
import io.lifeboat.junit.expect.Expectation;
import io.lifeboat.junit.expect.LatencyExpectation;
import io.lifeboat.junit.expect.MigrationExpectation;
import io.lifeboat.junit.expect.NoFalseAlarmExpectation;
import io.lifeboat.junit.expect.PredictionExpectation;
import io.lifeboat.junit.expect.RecoveryExpectation;
import io.lifeboat.junit.expect.ThroughputExpectation;
import java.util.ArrayList;
import java.util.List;

/** From the {@code @Expect…} annotations to checked expectations. */
final class ExpectationReader {

    private final AnnotationFinder finder;
    private final ClusterPlan cluster;
    private final List<WorkloadSpec> workloads;
    private final List<FaultPlan> faults;

    ExpectationReader(
            AnnotationFinder finder, ClusterPlan cluster, List<WorkloadSpec> workloads, List<FaultPlan> faults) {
        this.finder = finder;
        this.cluster = cluster;
        this.workloads = workloads;
        this.faults = faults;
    }

    List<Expectation> read() {
        List<Expectation> all = new ArrayList<>();
        finder.all(ExpectPrediction.class).forEach(one -> all.add(prediction(one)));
        finder.all(ExpectMigrationWithin.class).forEach(one -> all.add(migration(one)));
        finder.all(ExpectLatency.class).forEach(one -> all.add(latency(one)));
        finder.all(ExpectThroughput.class).forEach(one -> all.add(throughput(one)));
        finder.all(ExpectErrorRate.class).forEach(one -> all.add(errorRate(one)));
        finder.all(ExpectRecoveryWithin.class).forEach(one -> all.add(recovery(one)));
        finder.all(ExpectNoFalseAlarm.class)
                .forEach(one -> all.add(new NoFalseAlarmExpectation(one.tier(), one.phase())));
        return List.copyOf(all);
    }

    private Expectation prediction(ExpectPrediction annotation) {
        String name = "@ExpectPrediction";
        requireFault(name);
        if (!annotation.target().isEmpty() && !cluster.nodeIds().contains(annotation.target())) {
            throw new PlanException("%s: target = \"%s\" is not a node of the cluster.%s"
                    .formatted(name, annotation.target(), Suggestion.maybe(annotation.target(), cluster.nodeIds())));
        }
        return new PredictionExpectation(
                annotation.target(), Durations.parse("leadTime", annotation.leadTime()), annotation.tier());
    }

    private Expectation migration(ExpectMigrationWithin annotation) {
        String name = "@ExpectMigrationWithin";
        requireFault(name);
        List<String> services = workloads.stream().map(WorkloadSpec::name).toList();
        if (!annotation.workload().isEmpty() && !services.contains(annotation.workload())) {
            throw new PlanException("%s: workload = \"%s\" is not a workload of this test.%s"
                    .formatted(name, annotation.workload(), Suggestion.maybe(annotation.workload(), services)));
        }
        return new MigrationExpectation(
                annotation.workload(), Durations.parsePositive("@ExpectMigrationWithin", annotation.value()));
    }

    private Expectation recovery(ExpectRecoveryWithin annotation) {
        requireFault("@ExpectRecoveryWithin");
        return new RecoveryExpectation(Durations.parsePositive("@ExpectRecoveryWithin", annotation.value()));
    }

    private void requireFault(String annotation) {
        boolean possible = !faults.isEmpty() || finder.usesFaultController();
        if (!possible) {
            throw new PlanException(
                    "%s is declared, but no failure is injected.%nMaybe add @InjectFailure, or take a FaultController as a parameter."
                            .formatted(annotation));
        }
    }

    private static Expectation latency(ExpectLatency annotation) {
        double percentile = annotation.percentile();
        if (!(percentile > 0 && percentile <= 100)) {
            throw new PlanException(
                    "@ExpectLatency: percentile = %s must be above 0 and at most 100.%nMaybe write 99.9 for 999 in a thousand."
                            .formatted(number(percentile)));
        }
        return new LatencyExpectation(
                percentile, Durations.parsePositive("atMost", annotation.atMost()), annotation.phase());
    }

    private static Expectation throughput(ExpectThroughput annotation) {
        if (!(annotation.atLeast() > 0)) {
            throw new PlanException("@ExpectThroughput: atLeast = %s must be more than 0 requests per second."
                    .formatted(number(annotation.atLeast())));
        }
        return new ThroughputExpectation(annotation.atLeast(), annotation.phase());
    }

    private static Expectation errorRate(ExpectErrorRate annotation) {
        if (!(annotation.atMost() >= 0 && annotation.atMost() <= 1)) {
            throw new PlanException("@ExpectErrorRate: atMost = %s must be within 0 and 1.%nMaybe write 0.01 for 1 %%."
                    .formatted(number(annotation.atMost())));
        }
        return new ErrorRateExpectation(annotation.atMost(), annotation.phase());
    }

    private static Object number(double value) {
        return value == Math.rint(value) ? (Object) (long) value : value;
    }
}
