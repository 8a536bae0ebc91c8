package io.lifeboat.junit;

import io.lifeboat.junit.experiment.RunningExperiment;
import io.lifeboat.junit.experiment.Verdict;
import io.lifeboat.junit.plan.ExperimentPlan;
import io.lifeboat.junit.plan.PlanReader;
import io.lifeboat.junit.platform.Platform;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Leads a resilience test: cluster up, experiment, verdict, report, everything undone. Keeps all state in the store. */
final class ResilienceExtension
        implements BeforeEachCallback, AfterTestExecutionCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(ResilienceExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        LifeboatRun run = LifeboatRun.of(context, NAMESPACE);
        ExperimentPlan plan = PlanReader.read(context, run.settings());
        TestRun test = TestRun.open(context, NAMESPACE, run, plan);
        context.getStore(NAMESPACE).put(TestRun.class, test);
        test.ready();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws InterruptedException {
        TestRun test = TestRun.of(context, NAMESPACE);
        Optional<Throwable> failure = context.getExecutionException();
        Verdict verdict = test.experiment().finish(failure.orElse(null));
        test.publish(context, verdict);
        if (failure.isPresent()) {
            return;
        }
        switch (verdict.outcome()) {
            case FAILED -> throw new AssertionFailedError(test.message(verdict));
            case ABORTED -> throw new TestAbortedException(test.message(verdict));
            case PASSED -> {}
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        // The store would close it too, but only after other extensions have had their turn.
        TestRun test = context.getStore(NAMESPACE).get(TestRun.class, TestRun.class);
        if (test != null) {
            test.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TestParameters.supports(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestRun test = TestRun.of(context, NAMESPACE);
        RunningExperiment experiment = test.experiment();
        Platform platform = test.platform();
        return new TestParameters(experiment, platform).resolve(parameter);
    }
}
