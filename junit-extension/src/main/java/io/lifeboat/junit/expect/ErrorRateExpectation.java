package io.lifeboat.junit.expect;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.journal.Phase;
import java.util.Locale;

/** Few enough requests fail. */
public final class ErrorRateExpectation extends LoadExpectation {

    private final double atMost;

    /**
     * @param atMost share of failed requests, 0 to 1
     */
    public ErrorRateExpectation(double atMost, Phase phase) {
        super(phase);
        this.atMost = atMost;
    }

    @Override
    public String text() {
        return "error rate";
    }

    @Override
    String required() {
        return "at most " + percent(atMost);
    }

    @Override
    Judgement judgeLoad(ExperimentResult result) {
        double observed = result.errorRate(phase()).orElseThrow();
        return new Judgement(
                observed <= atMost, required(), percent(observed), String.join("\n", result.firstFailures()));
    }

    private static String percent(double share) {
        String digits = "%.3f".formatted(share * 100).replaceFirst("\\.?0+$", "");
        return String.format(Locale.ROOT, "%s %%", digits);
    }
}
