package io.lifeboat.engine.simulation;

import java.time.Duration;
import java.util.Optional;

/**
 * Answer to a simulated request.
 *
 * @param success whether the client got what it asked for
 * @param latency from sending to the answer or to giving up
 * @param servedBy id of the node that answered; empty when none did
 */
public record SimulatedResponse(boolean success, Duration latency, Optional<String> servedBy) {}
