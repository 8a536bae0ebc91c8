package io.lifeboat.junit.expect;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.journal.Phase;
import java.util.Locale;

/** An expectation on what the load saw. Without load there is nothing to see, which is a failure. */
abstract class LoadExpectation implements Expectation {

    private final Phase phase;

    LoadExpectation(Phase phase) {
        this.phase = phase;
    }

    @Override
    public final Phase phase() {
        return phase;
    }

    @Override
    public final Judgement judge(ExperimentResult result) {
        if (result.hasData(phase)) {
            return judgeLoad(result);
        }
        String advice = result.hasData(Phase.WHOLE)
                ? "No request was made in the phase %s.%nMaybe the load ended too early, or the first fault came at once and left no baseline."
                        .formatted(phase.name().toLowerCase(Locale.ROOT))
                : "The test put no load on.%nMaybe call load.rate(100).run(…) in the test.".formatted();
        return Judgement.noData(required(), advice);
    }

    abstract String required();

    /** Judges a phase that has data. */
    abstract Judgement judgeLoad(ExperimentResult result);
}
