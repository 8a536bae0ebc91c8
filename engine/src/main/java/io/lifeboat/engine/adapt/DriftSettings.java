package io.lifeboat.engine.adapt;

/**
 * When a stream counts as drifted. Values are looked at by their rank in the reference, 0 to 1, so the same settings fit every feature.
 * Detectors take values as independent: give them one value a device and period, not every sample.
 *
 * @param referenceSize so many first values make the reference where none is given; at least 100
 * @param window how many last values are compared with it, and how far apart two detectors may agree; at least 50
 * @param delta change of the mean rank that {@link PageHinkley} tolerates
 * @param lambda evidence at which it gives the alarm
 * @param confidence of {@link Adwin}
 * @param stabilityIndex of the population above which it counts as another; above 0
 * @param outcomeEvidence nats of evidence against the claimed probabilities that give the alarm; at most once in e to that power
 *     outcomes is it false
 */
public record DriftSettings(
        int referenceSize,
        int window,
        double delta,
        double lambda,
        double confidence,
        double stabilityIndex,
        double outcomeEvidence) {

    public DriftSettings {
        if (referenceSize < 100 || window < 50) {
            throw new IllegalArgumentException(
                    "referenceSize (%d) must be at least 100 and window (%d) at least 50: smaller samples differ by chance."
                            .formatted(referenceSize, window));
        }
        if (!(stabilityIndex > 0) || !(outcomeEvidence > 0)) {
            throw new IllegalArgumentException("stabilityIndex (%s) and outcomeEvidence (%s) must be above 0."
                    .formatted(stabilityIndex, outcomeEvidence));
        }
    }

    /** Reference of 1,000 values, window of 500, δ 0.05, λ 12, confidence 0.002, index 0.2, evidence 10 nats. */
    public static DriftSettings defaults() {
        return new DriftSettings(1_000, 500, 0.05, 12, 0.002, 0.2, 10);
    }
}
