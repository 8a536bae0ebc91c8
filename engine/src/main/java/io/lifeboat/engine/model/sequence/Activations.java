package io.lifeboat.engine.model.sequence;

/** Fast squashing functions, off by less than 0.0002 and the same on every machine. */
final class Activations {

    private static final float LIMIT = 4.95f;

    private Activations() {}

    /** The continued fraction of tanh cut after seven terms (Lambert 1770), clamped where it would leave ±1. */
    static float tanh(float x) {
        float clamped = Math.max(-LIMIT, Math.min(LIMIT, x));
        float s = clamped * clamped;
        return clamped * (135135 + s * (17325 + s * (378 + s))) / (135135 + s * (62370 + s * (3150 + s * 28)));
    }

    static float sigmoid(float x) {
        return 0.5f + 0.5f * tanh(0.5f * x);
    }
}
