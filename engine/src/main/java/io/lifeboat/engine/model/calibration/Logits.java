package io.lifeboat.engine.model.calibration;

/** Log-odds and back, without ever reaching infinity. Thread-safe. */
public final class Logits {

    private static final double EDGE = 1e-12;

    private Logits() {}

    /** ln(p / (1 - p)) of a probability, kept within about ±27.6. */
    public static double logit(double probability) {
        double p = Math.max(EDGE, Math.min(1 - EDGE, probability));
        return Math.log(p / (1 - p));
    }

    /** 1 / (1 + e^-x). */
    public static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
