package io.lifeboat.engine.adapt;

import java.util.List;
import java.util.Optional;

/** Watches whether failures still come as claimed: CUSUM, ADWIN on the residuals, and observed over expected of the last ones. */
final class OutcomeWatch {

    /** The band of observed over expected that counts as calibrated, from 0.8 to its inverse. */
    private static final double BAND = 0.8;

    /** Standard deviations that the number of failures must be off by, so that a few do not count. */
    private static final double DEVIATIONS = 3;

    private final OutcomeCusum cusum;
    private final Adwin adwin;
    private final Agreement agreement;
    private final double[] claims;
    private final boolean[] failures;
    private int filled;
    private int next;
    private double expected;
    private double variance;
    private int observed;

    OutcomeWatch(DriftSettings settings) {
        cusum = new OutcomeCusum(settings.outcomeEvidence());
        adwin = new Adwin(settings.confidence());
        agreement = new Agreement(settings.window());
        claims = new double[settings.window()];
        failures = new boolean[settings.window()];
    }

    void add(double claimed, boolean failed) {
        remember(claimed, failed);
        agreement.tick();
        agreement.hear("CUSUM", cusum.add(claimed, failed));
        agreement.hear(adwin.name(), adwin.add((1 + (failed ? 1 : 0) - claimed) / 2));
        agreement.hear("O/E", isOff());
    }

    private void remember(double claimed, boolean failed) {
        if (filled == claims.length) {
            count(claims[next], failures[next], -1);
        } else {
            filled++;
        }
        claims[next] = claimed;
        failures[next] = failed;
        next = (next + 1) % claims.length;
        count(claimed, failed, 1);
    }

    private void count(double claimed, boolean failed, int sign) {
        expected += sign * claimed;
        variance += sign * claimed * (1 - claimed);
        observed += failed ? sign : 0;
    }

    private boolean isOff() {
        boolean outside = observed < BAND * expected || observed > expected / BAND;
        return filled == claims.length
                && outside
                && Math.abs(observed - expected) > DEVIATIONS * Math.sqrt(Math.max(0, variance) + 1);
    }

    Optional<Drift> drift() {
        List<String> agreeing = agreement.agreeing();
        if (agreeing.isEmpty()) {
            return Optional.empty();
        }
        String words = "Outcomes drifted: of the last %d, %d failed where %.1f were claimed to; %s agree."
                .formatted(filled, observed, expected, String.join(" and ", agreeing));
        return Optional.of(new Drift("outcomes", agreeing, words));
    }
}
