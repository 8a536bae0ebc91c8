package io.lifeboat.engine.model.anomaly;

/**
 * Says of each new row of a stream how unusual it is. Most implementations learn from the stream what is usual, and judge a
 * row before they learn from it; one that was trained ahead judges from the first row. Bounded in memory. Not thread-safe: one instance for each stream, used by one thread.
 */
public interface StreamingDetector {

    /** How many values a row has, at least 1. */
    int dimensions();

    /**
     * Scores a row, then learns from it or at least remembers it as the row before the next.
     *
     * @param row one value a dimension; NaN where the value is missing, which never raises the score
     * @return the score, or {@link Unusualness#abstained} while too little was seen to judge
     * @throws IllegalArgumentException if the row has another length or an infinite value
     */
    Unusualness update(double[] row);
}
