package io.lifeboat.report;

import io.lifeboat.report.text.Texts;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How well a run was foreseen, in words. */
public final class PredictionSentence {

    private PredictionSentence() {}

    /** How early the engine warned, for the middle of a sentence; empty if nothing failed. */
    public static Optional<String> lead(ExperimentResult result) {
        Optional<Duration> lead = Headlines.shortestLead(result);
        if (lead.isPresent()) {
            return lead.map(PredictionSentence::warned);
        }
        if (Headlines.unwarned(result) > 0) {
            return result.engineWasHeard() ? Optional.of("failed without a warning") : Optional.empty();
        }
        boolean atOnce = result.faults().stream().anyMatch(FaultResult::struckAtOnce);
        return atOnce ? Optional.of("no run-up: nothing to predict" + noticed(result)) : Optional.empty();
    }

    /** {@code warned 3.8 s ahead}, or too late. */
    public static String warned(Duration lead) {
        return lead.isNegative()
                ? "warned " + Texts.duration(lead.negated()) + " too late"
                : "warned " + Texts.duration(lead) + " ahead";
    }

    /** How many false alarms there were, and over how much time of healthy components. */
    public static String falseAlarms(ExperimentResult result) {
        int count = result.falseAlarms("WARNING").size();
        return "%s in %s of healthy component time"
                .formatted(
                        count == 0 ? "no false alarms" : count == 1 ? "1 false alarm" : count + " false alarms",
                        componentTime(PredictedTime.of(result).healthySeconds()));
    }

    /** Component time in the unit that suits it; never minutes that hide a failure of seconds. */
    public static String componentTime(double seconds) {
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (seconds < 600) {
            return "%s s".formatted(Texts.count(Math.round(seconds)));
        }
        return seconds < 7200
                ? "%s min".formatted(Texts.count(Math.round(seconds / 60)))
                : "%s h".formatted(Texts.count(Math.round(seconds / 3600)));
    }

    private static String noticed(ExperimentResult result) {
        return Headlines.slowestNotice(result)
                .map(time -> ", detected " + Texts.duration(time) + " after")
                .orElse(result.engineWasHeard() ? ", never detected" : "");
    }
}
