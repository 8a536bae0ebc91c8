package io.lifeboat.junit.expect;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.journal.Phase;

/** Enough requests are answered. */
public final class ThroughputExpectation extends LoadExpectation {

    private final double atLeast;

    /**
     * @param atLeast successful requests per second
     */
    public ThroughputExpectation(double atLeast, Phase phase) {
        super(phase);
        this.atLeast = atLeast;
    }

    @Override
    public String text() {
        return "throughput";
    }

    @Override
    String required() {
        return "at least %.1f/s".formatted(atLeast);
    }

    @Override
    Judgement judgeLoad(ExperimentResult result) {
        double observed = result.throughput(phase()).orElseThrow();
        return Judgement.of(observed >= atLeast, required(), "%.1f/s".formatted(observed));
    }
}
