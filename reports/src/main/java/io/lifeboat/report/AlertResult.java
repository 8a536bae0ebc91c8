package io.lifeboat.report;

import io.lifeboat.report.journal.JournalEntry.Grounds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An alert that was raised or changed tier.
 *
 * @param at since the experiment began
 * @param tier INFORMATIONAL, WARNING or CRITICAL
 * @param probability of failure within the horizon
 * @param threshold the one that it exceeded
 * @param reasons in words, the strongest first
 * @param grounds what the probability rests on; empty if the journal does not tell
 */
public record AlertResult(
        Duration at,
        String node,
        String component,
        String tier,
        double probability,
        double threshold,
        Duration horizon,
        List<String> reasons,
        Optional<Grounds> grounds) {

    /** Whether it is at least as urgent as the tier given. */
    public boolean atLeast(String otherTier) {
        return Tiers.rank(tier) >= Tiers.rank(otherTier);
    }
}
