package io.lifeboat.junit;

import io.lifeboat.engine.AlertTier;
import io.lifeboat.junit.expect.ErrorRateExpectation;
import io.lifeboat.junit.expect.Expectation;
import io.lifeboat.junit.expect.Judgement;
import io.lifeboat.junit.expect.LatencyExpectation;
import io.lifeboat.junit.expect.MigrationExpectation;
import io.lifeboat.junit.expect.NoFalseAlarmExpectation;
import io.lifeboat.junit.expect.PredictionExpectation;
import io.lifeboat.junit.expect.RecoveryExpectation;
import io.lifeboat.junit.expect.ThroughputExpectation;
import io.lifeboat.junit.plan.Durations;
import io.lifeboat.report.journal.Phase;
import java.time.Duration;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on what happened in an experiment so far. Usually called after the load has run, or after
 * {@link Experiment#awaitEnd()}. Durations are written as in the annotations: {@code "5s"}, {@code "150ms"}.
 */
public final class ExperimentAssert extends AbstractAssert<ExperimentAssert, Experiment> {

    ExperimentAssert(Experiment actual) {
        super(actual, ExperimentAssert.class);
    }

    /** Begins an assertion on the move of a workload. */
    public MigrationAssert migrated(String workload) {
        return new MigrationAssert(this, workload);
    }

    /** The engine warned of the failure of the node that long before it. */
    public ExperimentAssert predictedFailureOf(String node, String leadTime) {
        return meets(new PredictionExpectation(node, Durations.parse("leadTime", leadTime), AlertTier.WARNING));
    }

    /** Service was as good as before within this time after the last fault. */
    public ExperimentAssert recoveredWithin(String limit) {
        return meets(new RecoveryExpectation(Durations.parsePositive("limit", limit)));
    }

    /** A percentile of latency over the whole experiment. */
    public ExperimentAssert hasLatencyAtMost(double percentile, String limit) {
        return hasLatencyAtMost(percentile, limit, Phase.WHOLE);
    }

    /** A percentile of latency in one phase. */
    public ExperimentAssert hasLatencyAtMost(double percentile, String limit, Phase phase) {
        return meets(new LatencyExpectation(percentile, Durations.parsePositive("limit", limit), phase));
    }

    /** Successful requests per second over the whole experiment. */
    public ExperimentAssert hasThroughputAtLeast(double perSecond) {
        return hasThroughputAtLeast(perSecond, Phase.WHOLE);
    }

    /** Successful requests per second in one phase. */
    public ExperimentAssert hasThroughputAtLeast(double perSecond, Phase phase) {
        return meets(new ThroughputExpectation(perSecond, phase));
    }

    /** The share of failed requests, 0 to 1, over the whole experiment. */
    public ExperimentAssert hasErrorRateAtMost(double share) {
        return hasErrorRateAtMost(share, Phase.WHOLE);
    }

    /** The share of failed requests, 0 to 1, in one phase. */
    public ExperimentAssert hasErrorRateAtMost(double share, Phase phase) {
        return meets(new ErrorRateExpectation(share, phase));
    }

    /** No warning where there was no fault, and no move without need. */
    public ExperimentAssert raisedNoFalseAlarm() {
        return meets(new NoFalseAlarmExpectation(AlertTier.WARNING, Phase.WHOLE));
    }

    private ExperimentAssert meets(Expectation expectation) {
        isNotNull();
        Judgement judgement = expectation.judge(actual.result());
        if (!judgement.passed()) {
            failWithMessage(
                    "Expecting %s: %s%nbut observed: %s%n%s",
                    expectation.text(), judgement.required(), judgement.observed(), judgement.reason());
        }
        return this;
    }

    /** An assertion on the move of one workload. */
    public static final class MigrationAssert {

        private final ExperimentAssert experiment;
        private final String workload;

        private MigrationAssert(ExperimentAssert experiment, String workload) {
            this.experiment = experiment;
            this.workload = workload;
        }

        /** It was served elsewhere within this time after the fault was injected. */
        public ExperimentAssert within(String limit) {
            return experiment.meets(new MigrationExpectation(workload, Durations.parsePositive("limit", limit)));
        }

        /** It was served elsewhere at all. */
        public ExperimentAssert atAnyTime() {
            return experiment.meets(new MigrationExpectation(workload, Duration.ofDays(1)));
        }
    }
}
