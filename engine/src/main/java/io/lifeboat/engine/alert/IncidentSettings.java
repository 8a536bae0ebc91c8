package io.lifeboat.engine.alert;

import java.time.Duration;

/**
 * When troubles of several nodes count as one.
 *
 * @param window troubles that begin within this time of each other may have one cause; positive
 * @param domainShare share of the nodes of a failure domain, and at least two of them, that must be in trouble; above 0 and at most 1
 * @param silentShare share of all nodes, and at least two, that fell silent while the platform calls them ready, from which on the
 *     collector is suspected; above 0 and at most 1
 */
public record IncidentSettings(Duration window, double domainShare, double silentShare) {

    public IncidentSettings {
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("window (%s) must be positive.".formatted(window));
        }
        requireShare("domainShare", domainShare);
        requireShare("silentShare", silentShare);
    }

    /** Within 2 s, 30 % of a domain, silence of 10 % of all. */
    public static IncidentSettings defaults() {
        return new IncidentSettings(Duration.ofSeconds(2), 0.3, 0.1);
    }

    private static void requireShare(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException("%s (%s) must be above 0 and at most 1.".formatted(name, value));
        }
    }
}
