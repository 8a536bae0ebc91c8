package io.lifeboat.engine.prediction;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The predictions that stand, and how long each node's do. Plain arrays: to walk past a hundred thousand nodes costs little. */
final class Standing {

    private static final long EXPIRED = Long.MIN_VALUE;

    private @Nullable Prediction[] predictions = new Prediction[64];
    private long[] until = new long[16];
    private int nodes;

    void add() {
        if (nodes == until.length) {
            until = Arrays.copyOf(until, nodes * 2);
        }
        until[nodes++] = EXPIRED;
    }

    void expire(int node) {
        until[node] = EXPIRED;
    }

    /** @param nanos the last moment at which the node's predictions stand */
    void until(int node, long nanos) {
        until[node] = nanos;
    }

    /** The nodes to judge again, in their order. */
    int[] expired(long now) {
        int[] expired = new int[nodes];
        int count = 0;
        for (int node = 0; node < nodes; node++) {
            if (until[node] < now) {
                expired[count++] = node;
            }
        }
        return Arrays.copyOf(expired, count);
    }

    void set(int index, Prediction prediction) {
        if (index >= predictions.length) {
            predictions = Arrays.copyOf(predictions, Math.max(index + 1, predictions.length * 2));
        }
        predictions[index] = prediction;
    }

    /** The first {@code count}, all of which are set; a later tick does not change the list. */
    List<Prediction> predictions(int count) {
        Prediction[] all = new Prediction[count];
        for (int i = 0; i < count; i++) {
            all[i] = Objects.requireNonNull(predictions[i]);
        }
        return Collections.unmodifiableList(Arrays.asList(all));
    }
}
