package io.lifeboat.junit.load;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a model: it took its time without time having passed, so that many can be under way at once on one
 * thread.
 *
 * @param latency from sending to the answer
 * @param failure what went wrong, or null
 */
public record VirtualResponse(Duration latency, @Nullable String failure) {}
