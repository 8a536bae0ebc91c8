package io.lifeboat.engine.model.sequence;

/**
 * One device's history to learn from.
 *
 * @param inputs standardised values, {@code inputs[step][input]}, all finite
 * @param targets what to say at each step
 * @param weights how much each step counts, at least 0; 0 where the truth is not known
 */
@SuppressWarnings("ArrayRecordComponent")
public record Sequence(float[][] inputs, float[] targets, float[] weights) {

    public Sequence {
        if (inputs.length == 0 || inputs.length != targets.length || targets.length != weights.length) {
            throw new IllegalArgumentException(
                    "A sequence has %d inputs, %d targets and %d weights, but needs as many of each."
                            .formatted(inputs.length, targets.length, weights.length));
        }
        for (int step = 0; step < inputs.length; step++) {
            requireFinite(step, inputs[step]);
        }
    }

    private static void requireFinite(int step, float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException(
                        "Step %d has the input %s, but inputs must be finite. Maybe fill gaps first."
                                .formatted(step, value));
            }
        }
    }
}
