package io.lifeboat.engine.evaluate.disk;

import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import java.time.LocalDate;
import java.util.Set;

/** When to learn and when to be tested, from the command line. */
record Periods(Weeks training, Weeks testing) {

    static final Set<String> OPTIONS = Set.of("train-from", "train-until", "test-from", "test-until");

    /** Labels reach 30 days ahead: without a gap the training would have seen failures of the test period. */
    Periods {
        if (testing.firstDay() <= training.lastDay() + WeeklyScores.HORIZON_DAYS) {
            throw new IllegalArgumentException(
                    "--test-from %s is within 30 days of --train-until %s, so labels would leak. Maybe move it later."
                            .formatted(
                                    LocalDate.ofEpochDay(testing.firstDay()),
                                    LocalDate.ofEpochDay(training.lastDay())));
        }
    }

    static Periods of(EvaluateOptions options) {
        return new Periods(
                Weeks.of(options.text("train-from", "2013-06-01"), options.text("train-until", "2015-08-31")),
                Weeks.of(options.text("test-from", "2015-11-01"), options.text("test-until", "2016-08-28")));
    }
}
