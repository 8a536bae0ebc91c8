package io.lifeboat.report;

import java.time.Duration;
import java.util.List;

/**
 * An alert that was raised or changed tier.
 *
 * @param at since the experiment began
 * @param tier INFORMATIONAL, WARNING or CRITICAL
 * @param probability of failure within the horizon
 * @param threshold the one that it exceeded
 * @param reasons in words, the strongest first
 */
public record AlertResult(
        Duration at,
        String node,
        String component,
        String tier,
        double probability,
        double threshold,
        Duration horizon,
        List<String> reasons) {

    /** Whether it is at least as urgent as the tier given. */
    public boolean atLeast(String otherTier) {
        return Tiers.rank(tier) >= Tiers.rank(otherTier);
    }
}
