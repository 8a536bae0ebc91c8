package io.lifeboat.engine.model.forecast;

/** What every forecaster asks of its arguments. */
final class Histories {

    private Histories() {}

    static void require(Forecaster forecaster, double[] history, int steps) {
        if (history.length < forecaster.leastHistory()) {
            throw new IllegalArgumentException("The forecast %s needs %d values, but the history has %d."
                    .formatted(forecaster.name(), forecaster.leastHistory(), history.length));
        }
        if (steps < 1) {
            throw new IllegalArgumentException("steps (" + steps + ") must be 1 or more.");
        }
        for (int i = 0; i < history.length; i++) {
            if (!Double.isFinite(history[i])) {
                throw new IllegalArgumentException(
                        "Value %d of the history is %s, but must be finite. Maybe fill gaps first."
                                .formatted(i, history[i]));
            }
        }
    }
}
