package io.lifeboat.report;

import java.util.List;

/** The order of alert tiers, from least to most urgent. */
final class Tiers {

    static final String WARNING = "WARNING";

    static final List<String> ORDER = List.of("INFORMATIONAL", WARNING, "CRITICAL");

    private Tiers() {}

    static int rank(String tier) {
        int rank = ORDER.indexOf(tier);
        if (rank < 0) {
            throw new IllegalArgumentException("tier (%s) must be one of %s.".formatted(tier, ORDER));
        }
        return rank;
    }
}
