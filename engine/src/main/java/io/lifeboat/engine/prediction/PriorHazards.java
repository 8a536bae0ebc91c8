package io.lifeboat.engine.prediction;

import io.lifeboat.engine.cluster.Component;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is known of the devices that nodes are made of, before any telemetry. Implementations are immutable and thread-safe. */
@FunctionalInterface
public interface PriorHazards {

    /** Nothing is known of any device. */
    PriorHazards NONE = (node, component, at, horizon) -> Optional.empty();

    /**
     * The prior hazard of a component of a node; empty where its devices are not known.
     *
     * @param at at what time, for the age of the devices
     * @param horizon not negative
     */
    Optional<PriorHazard> of(String node, Component component, Instant at, Duration horizon);
}
