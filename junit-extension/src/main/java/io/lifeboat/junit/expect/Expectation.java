package io.lifeboat.junit.expect;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.journal.Phase;

/** Something that must hold. Judged from the result alone, after the experiment. */
public interface Expectation {

    /** What is expected, for a reader, without figures: "p99 latency". */
    String text();

    /** The phase it looks at. */
    default Phase phase() {
        return Phase.WHOLE;
    }

    Judgement judge(ExperimentResult result);
}
