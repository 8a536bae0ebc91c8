package io.lifeboat.engine.prediction;

import io.lifeboat.engine.cluster.Component;
import java.time.Instant;
import java.util.List;

/**
 * A predictor that learns from what became of its predictions. The engine tells it, after {@link #predict} and in the same thread. What
 * our own action or a failure of another part ended is neither a success nor a failure.
 */
public interface AdaptingPredictor extends FailurePredictor {

    /**
     * The node failed.
     *
     * @param component that it failed of; the others were not observed to their end
     * @param at last sign of life, or later
     */
    void failed(String node, Component component, Instant at);

    /** The node is out of observation: its work was moved off, it was cordoned, or it failed of nobody knows what. */
    void censored(String node, Instant at);

    /** The node is back under observation. */
    void restored(String node, Instant at);

    /** Learns from what is known by now; what changed of the models, in the order it did. Call it in each round. */
    List<ModelChange> adapt(Instant now);
}
