package io.lifeboat.engine.model.sequence;

/**
 * How the network learns.
 *
 * @param hidden the number of memory cells, at least 1
 * @param epochs the most passes over the training sequences, at least 1
 * @param patience stop after so many passes without a better validation loss, at least 1
 * @param batch sequences an update, at least 1
 * @param truncation gradients flow back over so many steps at most, at least 1; the state itself is carried on
 * @param learningRate Adam's step, above 0
 * @param decay what is taken off the weights at each update, relative to the step (Loshchilov and Hutter 2019), at least 0
 * @param dropout the share of memory cells hidden from the output at each step while training, in [0, 1)
 * @param seed the seed of weights, order and dropout
 */
public record LstmSettings(
        int hidden,
        int epochs,
        int patience,
        int batch,
        int truncation,
        double learningRate,
        double decay,
        double dropout,
        long seed) {

    public LstmSettings {
        requirePositive("hidden", hidden);
        requirePositive("epochs", epochs);
        requirePositive("patience", patience);
        requirePositive("batch", batch);
        requirePositive("truncation", truncation);
        if (!(learningRate > 0) || !(decay >= 0) || !(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException(
                    "learningRate %s must be above 0, decay %s 0 or more, dropout %s in [0, 1)."
                            .formatted(learningRate, decay, dropout));
        }
    }

    /** Settings that rarely do badly on some hundred sequences of some hundred steps. */
    public static LstmSettings of(long seed) {
        return new LstmSettings(32, 120, 20, 4, 60, 0.005, 0.01, 0.2, seed);
    }

    /** The same with another seed. */
    public LstmSettings withSeed(long newSeed) {
        return new LstmSettings(hidden, epochs, patience, batch, truncation, learningRate, decay, dropout, newSeed);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be 1 or more.");
        }
    }
}
