package io.lifeboat.engine.model.anomaly;

/**
 * Learns from a stream of rows what is usual and says of each new row how unusual it is, before learning from it. Bounded
 * in memory. Not thread-safe: one instance for each stream, used by one thread.
 */
public interface StreamingDetector {

    /** How many values a row has, at least 1. */
    int dimensions();

    /**
     * Scores a row and then learns from it.
     *
     * @param row one value a dimension; NaN where the value is missing, which never raises the score
     * @return the score, or {@link Unusualness#abstained} while too little was seen to judge
     * @throws IllegalArgumentException if the row has another length or an infinite value
     */
    Unusualness update(double[] row);
}
