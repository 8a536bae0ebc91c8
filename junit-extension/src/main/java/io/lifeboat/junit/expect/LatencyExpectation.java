package io.lifeboat.junit.expect;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.journal.Phase;
import io.lifeboat.report.text.Texts;
import java.time.Duration;

/** Requests are answered fast enough. */
public final class LatencyExpectation extends LoadExpectation {

    private final double percentile;
    private final Duration atMost;

    public LatencyExpectation(double percentile, Duration atMost, Phase phase) {
        super(phase);
        this.percentile = percentile;
        this.atMost = atMost;
    }

    @Override
    public String text() {
        return percentile == 100
                ? "highest latency"
                : "p%s latency"
                        .formatted(percentile == Math.rint(percentile) ? (Object) (long) percentile : percentile);
    }

    @Override
    String required() {
        return "at most " + Texts.duration(atMost);
    }

    @Override
    Judgement judgeLoad(ExperimentResult result) {
        Duration observed = result.latency(phase(), percentile).orElseThrow();
        return Judgement.of(observed.compareTo(atMost) <= 0, required(), Texts.duration(observed));
    }
}
