package io.lifeboat.engine.model.anomaly;

/** What every detector asks of a row. */
final class Rows {

    private Rows() {}

    static void require(double[] row, int dimensions) {
        if (row.length != dimensions) {
            throw new IllegalArgumentException(
                    "The row has %d values, but this detector was made for %d. Maybe a metric was added after the start."
                            .formatted(row.length, dimensions));
        }
        for (int i = 0; i < row.length; i++) {
            if (Double.isInfinite(row[i])) {
                throw new IllegalArgumentException(
                        "Value %d of the row is %s, but must be finite, or NaN where it is missing."
                                .formatted(i, row[i]));
            }
        }
    }
}
