package io.lifeboat.engine.model.classify;

import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** A learned probability of failure within the horizon. Immutable and thread-safe. */
public interface Classifier {

    /** The name of the trainer that made it. */
    String name();

    /** The names of the features, in the order in which a row must have them. */
    List<String> features();

    /**
     * The probability of failure, 0 to 1, as frequent as in the rows learned from; not yet calibrated on later ones.
     *
     * @param row one value a feature, NaN where missing
     * @throws IllegalArgumentException if the row has more or fewer values
     */
    double probability(float[] row);

    /**
     * What each feature adds to the log-odds of the probability, in the order of {@link #features}, and last the log-odds without
     * any of them. The sum of all is the logit of {@link #probability}, but for rounding.
     *
     * @param row as in {@link #probability}
     */
    double[] contributions(float[] row);

    /** Writes the classifier; the same one always gives the same bytes. */
    void write(DataOutput out) throws IOException;

    /**
     * Refuses rows whose values come in another order. A row itself has no names, so its maker says them once, beforehand.
     *
     * @param names the features of the rows to come, in their order
     * @throws IllegalArgumentException naming the first feature that is not where it was in training
     */
    default void requireFeatures(List<String> names) {
        List<String> known = features();
        for (int i = 0; i < Math.max(known.size(), names.size()); i++) {
            String expected = i < known.size() ? known.get(i) : "nothing";
            String offered = i < names.size() ? names.get(i) : "nothing";
            if (i >= known.size() || i >= names.size() || !expected.equals(offered)) {
                throw new IllegalArgumentException(
                        "Feature %d is '%s', but this classifier (%s) learned '%s' there. Maybe it was trained by another version: train anew."
                                .formatted(i, offered, name(), expected));
            }
        }
    }
}
