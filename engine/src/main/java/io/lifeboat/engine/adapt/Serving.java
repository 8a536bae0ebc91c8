package io.lifeboat.engine.adapt;

/**
 * A scorer with its number.
 *
 * @param version 0 for the fallback
 */
record Serving(int version, Scorer scorer) {

    /** A scorer broke; the message says how. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken(String message, Throwable cause) {
            super(message, cause);
        }

        Broken(String message) {
            super(message);
        }
    }

    /** A probability in any case, or {@link Broken}. */
    double score(float[] row) throws Broken {
        double probability;
        try {
            probability = scorer.probability(row);
        } catch (RuntimeException e) {
            throw new Broken("Version %d broke while scoring: %s".formatted(version, e), e);
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new Broken("Version %d claimed a probability of %s, which is none.".formatted(version, probability));
        }
        return probability;
    }

    /** A score without consequences; NaN if the scorer breaks. */
    double quietScore(float[] row) {
        try {
            return score(row);
        } catch (Broken e) {
            // Who acts on the score finds it at its label.
            return Double.NaN;
        }
    }
}
