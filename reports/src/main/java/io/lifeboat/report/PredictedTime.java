package io.lifeboat.report;

import io.lifeboat.report.journal.JournalEntry;
import io.lifeboat.report.journal.JournalEntry.HealthSample;
import io.lifeboat.report.journal.JournalEntry.HorizonSet;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The time during which components were predicted: a sample stands until the next one of its component.
 *
 * @param horizon how far the probabilities looked; empty if the journal does not tell
 * @param healthySeconds component-seconds of nodes that had no fault, nor shortly before: in these an alarm is false
 * @param calibration empty without a horizon
 */
public record PredictedTime(Optional<Duration> horizon, double healthySeconds, Calibration calibration) {

    /** A sample stands no longer than this: longer gaps are gaps. */
    private static final long LONGEST_MICROS = 2_000_000;

    /** Adds up what the samples of a journal say. */
    public static PredictedTime of(ExperimentResult result) {
        Optional<Duration> horizon = horizon(result);
        Sum sum = new Sum(result, horizon.map(time -> FaultOutcomes.of(result, time)));
        Map<String, HealthSample> open = new LinkedHashMap<>();
        for (JournalEntry entry : result.entries()) {
            if (entry instanceof HealthSample sample) {
                HealthSample before = open.put(sample.node() + '/' + sample.component(), sample);
                if (before != null && !before.abstained()) {
                    sum.add(before, Math.min(LONGEST_MICROS, sample.at() - before.at()) / 1e6);
                }
            }
        }
        return new PredictedTime(horizon, sum.healthy, sum.calibration.withFailures(sum.failed.size()));
    }

    private static Optional<Duration> horizon(ExperimentResult result) {
        return result.entries().stream()
                .filter(HorizonSet.class::isInstance)
                .map(HorizonSet.class::cast)
                .map(entry -> Micros.duration(entry.horizonMicros()))
                .reduce((first, second) -> second)
                .or(() -> result.alerts().stream().map(AlertResult::horizon).findFirst());
    }

    private static final class Sum {
        private final List<FaultResult> faults;
        private final Optional<FaultOutcomes> outcomes;
        private final Set<String> failed = new HashSet<>();
        private double healthy;
        private Calibration calibration = Calibration.EMPTY;

        private Sum(ExperimentResult result, Optional<FaultOutcomes> outcomes) {
            this.faults = result.faults();
            this.outcomes = outcomes;
        }

        private void add(HealthSample sample, double seconds) {
            Duration at = Micros.duration(sample.at());
            if (faults.stream().noneMatch(fault -> FaultHistory.explains(fault, sample.node(), at))) {
                healthy += seconds;
            }
            outcomes.flatMap(of -> of.failsSoon(sample)).ifPresent(fails -> {
                calibration = calibration.plus(sample.probability(), fails, seconds);
                if (fails) {
                    failed.add(sample.node() + '/' + sample.component());
                }
            });
        }
    }
}
