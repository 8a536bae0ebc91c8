package io.lifeboat.report;

import io.lifeboat.report.journal.JournalEntry;
import io.lifeboat.report.journal.JournalEntry.FaultOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whether components failed within the horizon, by what the journal says became of the faults. Before a fault began there was nothing
 * to see, and the chance that one begins is no model's business. Once a component of a node has failed nothing is known of any part
 * of the node.
 *
 * @param known empty if the journal does not tell what became of its faults: it is of an older version, or was cut off
 * @param horizon how far the probabilities look
 */
record FaultOutcomes(Optional<List<FaultOutcome>> known, Duration horizon) {

    static FaultOutcomes of(ExperimentResult result, Duration horizon) {
        List<FaultOutcome> told = result.entries().stream()
                .filter(FaultOutcome.class::isInstance)
                .map(FaultOutcome.class::cast)
                .toList();
        boolean acted = result.faults().stream()
                .anyMatch(fault -> fault.tookEffect() || fault.crashedAt().isPresent());
        return new FaultOutcomes(acted && told.isEmpty() ? Optional.empty() : Optional.of(told), horizon);
    }

    /** Whether it was degrading at that time and failed within the horizon; empty if nobody can know. */
    Optional<Boolean> failsSoon(JournalEntry.HealthSample sample) {
        return known.flatMap(all -> failsSoon(
                all.stream().filter(one -> one.node().equals(sample.node())).toList(), sample));
    }

    private Optional<Boolean> failsSoon(List<FaultOutcome> ofNode, JournalEntry.HealthSample sample) {
        long at = sample.at();
        if (ofNode.stream().anyMatch(one -> hasFailed(one, at) || isOpen(one, at))) {
            return Optional.empty();
        }
        return Optional.of(ofNode.stream()
                .filter(one -> one.component().equals(sample.component()))
                .anyMatch(one -> at >= one.onsetMicros() && hasFailed(one, end(at))));
    }

    private static boolean hasFailed(FaultOutcome outcome, long at) {
        Long failed = outcome.failedMicros();
        return failed != null && failed <= at;
    }

    private boolean isOpen(FaultOutcome outcome, long at) {
        Long censored = outcome.censoredMicros();
        return censored != null && at >= outcome.onsetMicros() && at < censored && censored < end(at);
    }

    private long end(long at) {
        return at + Micros.of(horizon);
    }
}
