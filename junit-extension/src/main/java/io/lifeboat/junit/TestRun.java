package io.lifeboat.junit;

import io.lifeboat.junit.experiment.RunningExperiment;
import io.lifeboat.junit.experiment.TestIdentity;
import io.lifeboat.junit.experiment.Verdict;
import io.lifeboat.junit.plan.ExperimentPlan;
import io.lifeboat.junit.platform.Platform;
import io.lifeboat.junit.platform.Platforms;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** One resilience test on its way: the platform and the experiment. Lives in the store of the test. */
final class TestRun implements Stored {

    private final LifeboatRun run;
    private final ExperimentPlan plan;
    private final TestIdentity identity;
    private final Platform platform;
    private final RunningExperiment experiment;

    private TestRun(LifeboatRun run, ExperimentPlan plan, TestIdentity identity, Platform platform) {
        this.run = run;
        this.plan = plan;
        this.identity = identity;
        this.platform = platform;
        this.experiment = open();
    }

    static TestRun open(ExtensionContext context, Namespace namespace, LifeboatRun run, ExperimentPlan plan) {
        Platform platform = isShared(plan) ? shared(context, namespace, run, plan) : Platforms.open(plan, run::undo);
        return new TestRun(run, plan, TestIdentities.of(context, run.settings()), platform);
    }

    /** The cluster that all tests of the class use; it is closed with the class. */
    private static Platform shared(
            ExtensionContext context, Namespace namespace, LifeboatRun run, ExperimentPlan plan) {
        Store store = classContext(context).getStore(namespace);
        return store.getOrComputeIfAbsent(
                        SharedCluster.class,
                        key -> new SharedCluster(Platforms.open(plan, run::undo)),
                        SharedCluster.class)
                .platform();
    }

    private static ExtensionContext classContext(ExtensionContext context) {
        ExtensionContext current = context;
        while (current.getTestMethod().isPresent()) {
            current = current.getParent().orElseThrow();
        }
        return current;
    }

    private static boolean isShared(ExperimentPlan plan) {
        return plan.cluster().scope() == ClusterScope.CLASS;
    }

    static TestRun of(ExtensionContext context, Namespace namespace) {
        TestRun test = context.getStore(namespace).get(TestRun.class, TestRun.class);
        if (test == null) {
            throw new IllegalStateException(
                    "There is no cluster here: it lives only while a test runs.%nMaybe move this parameter to a @Test or @BeforeEach method."
                            .formatted());
        }
        return test;
    }

    private RunningExperiment open() {
        try {
            if (isShared(plan)) {
                platform.restore(plan.sharedNodes());
            }
            return RunningExperiment.open(
                    plan,
                    platform,
                    identity,
                    run.reports().resolve(identity.id()),
                    run.history(plan.cluster().simulated()));
        } catch (RuntimeException e) {
            closePlatform();
            throw e;
        }
    }

    /** The cluster is up: a line of progress for whoever waits. */
    void ready() {
        Console.say("Lifeboat: %s on %d %s nodes …"
                .formatted(identity.displayName(), platform.snapshot().nodes().size(), platform.name()));
    }

    RunningExperiment experiment() {
        return experiment;
    }

    Platform platform() {
        return platform;
    }

    void publish(ExtensionContext context, Verdict verdict) {
        run.reported();
        Console.say(experiment.consoleLine());
        context.publishReportEntry(Map.of(
                "lifeboat.verdict", verdict.outcome().name().toLowerCase(java.util.Locale.ROOT),
                "lifeboat.reason", verdict.reason(),
                "lifeboat.seed", Long.toString(plan.seed()),
                "lifeboat.report", experiment.reportFile().toUri().toString()));
    }

    String message(Verdict verdict) {
        return "%s%s%n  report: %s%n  replay: %s"
                .formatted(
                        verdict.reason(),
                        verdict.details(),
                        experiment.reportFile().toUri(),
                        identity.replay());
    }

    @Override
    public void close() {
        try {
            experiment.close();
        } finally {
            closePlatform();
        }
    }

    private void closePlatform() {
        if (!isShared(plan)) {
            platform.close();
        }
    }
}
