package io.lifeboat.engine.prediction;

import io.lifeboat.engine.cluster.Component;

/**
 * Something happened to a model while it ran: drift noticed, training, a trial in the shadow, promotion, rollback.
 *
 * @param component that the model is of
 * @param words for a reader of the report
 */
public record ModelChange(Component component, String words) {}
