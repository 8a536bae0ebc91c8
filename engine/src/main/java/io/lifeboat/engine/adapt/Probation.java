package io.lifeboat.engine.adapt;

import java.util.Optional;

/**
 * Watches a model after its promotion: whether failures come as it claims ({@link OutcomeCusum}), and, where its claims cancel out, whether its
 * predecessor would have claimed better. The latter is Page's test of the log-likelihood ratio of both, which is a likelihood ratio, so false
 * alarms are as rare.
 */
final class Probation {

    /** Claims are kept away from 0 and 1 by this much: one failure of a device said to be safe must not decide alone. */
    private static final double MARGIN = 0.005;

    private final int length;
    private final double evidence;
    private final OutcomeCusum cusum;
    private double predecessorBetter;
    private int outcomes;
    private int failures;
    private double expected;

    Probation(int length, double evidence) {
        this.length = length;
        this.evidence = evidence;
        this.cusum = new OutcomeCusum(evidence);
    }

    /** Takes an outcome; the reason to take the model back, if there is one. */
    Optional<String> add(double claimed, double predecessor, boolean failed) {
        outcomes++;
        failures += failed ? 1 : 0;
        expected += claimed;
        if (cusum.add(claimed, failed)) {
            return Optional.of("Its outcomes alarmed (Page's test): " + words());
        }
        predecessorBetter =
                Math.max(0, predecessorBetter + logLikelihood(predecessor, failed) - logLikelihood(claimed, failed));
        return predecessorBetter > evidence
                ? Optional.of("Its predecessor would have claimed better (Page's test): " + words())
                : Optional.empty();
    }

    boolean isPassed() {
        return outcomes >= length;
    }

    String words() {
        return "of %d outcomes, %d failed where %.1f were claimed to.".formatted(outcomes, failures, expected);
    }

    private static double logLikelihood(double claimed, boolean failed) {
        double p = Math.max(MARGIN, Math.min(1 - MARGIN, claimed));
        return Math.log(failed ? p : 1 - p);
    }
}
