package io.lifeboat.engine.adapt;

/** Asks versions for probabilities, and trusts none of them to give one. */
final class Scoring {

    private Scoring() {}

    /** A version broke; the message says how. */
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
    static double score(Version<Scorer> version, float[] row) throws Broken {
        double probability;
        try {
            probability = version.model().probability(row);
        } catch (RuntimeException e) {
            throw new Broken("Version %d broke while scoring: %s".formatted(version.number(), e), e);
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new Broken(
                    "Version %d claimed a probability of %s, which is none.".formatted(version.number(), probability));
        }
        return probability;
    }

    /** A score without consequences; NaN if the version breaks. */
    static double quietScore(Version<Scorer> version, float[] row) {
        try {
            return score(version, row);
        } catch (Broken e) {
            // Who acts on the score finds it at its label.
            return Double.NaN;
        }
    }
}
