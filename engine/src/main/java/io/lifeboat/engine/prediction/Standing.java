package io.lifeboat.engine.prediction;

import io.lifeboat.engine.cluster.Component;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The predictions that stand, by node and component. Internal to the engine's predictors. Not thread-safe, but different threads may
 * set those of different nodes.
 */
public final class Standing {

    private static final int COMPONENTS = Component.values().length;

    private @Nullable Prediction[] predictions = new Prediction[16 * COMPONENTS];
    private @Nullable Instant[] judged = new Instant[16];
    private int size;

    /** Makes room for one more node. */
    public void add() {
        size += COMPONENTS;
        if (size > predictions.length) {
            predictions = Arrays.copyOf(predictions, size * 2);
            judged = Arrays.copyOf(judged, size * 2 / COMPONENTS);
        }
    }

    /**
     * Leaves out all nodes but some, which are numbered anew.
     *
     * @param kept their numbers so far, rising
     */
    public void keep(int[] kept) {
        for (int i = 0; i < kept.length; i++) {
            System.arraycopy(predictions, kept[i] * COMPONENTS, predictions, i * COMPONENTS, COMPONENTS);
            judged[i] = judged[kept[i]];
        }
        Arrays.fill(predictions, kept.length * COMPONENTS, size, null);
        size = kept.length * COMPONENTS;
    }

    /** Replaces the prediction of one component of one node. */
    public void set(int node, Component component, Prediction prediction) {
        predictions[node * COMPONENTS + component.ordinal()] = prediction;
    }

    /** The prediction of one component of one node; null if none was set yet. */
    public @Nullable Prediction find(int node, Component component) {
        return predictions[node * COMPONENTS + component.ordinal()];
    }

    /** Remembers when a node was last judged, for {@link #dated}: what is set may be from before, if nothing but the time is another. */
    public void judged(int node, Instant at) {
        judged[node] = at;
    }

    /** The prediction of one component of one node, of the time at which the node was last judged. Both must have been set. */
    public Prediction dated(int node, Component component) {
        Prediction dated = Objects.requireNonNull(find(node, component)).at(Objects.requireNonNull(judged[node]));
        set(node, component, dated);
        return dated;
    }

    /** All, by node and then by component; a later tick does not change the list. Each must have been set. */
    public List<Prediction> predictions() {
        Prediction[] all = new Prediction[size];
        for (int i = 0; i < size; i++) {
            all[i] = Objects.requireNonNull(predictions[i]);
        }
        return Collections.unmodifiableList(Arrays.asList(all));
    }
}
