package io.lifeboat.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Troubles of several nodes at once, for one cause.
 *
 * @param openedAt since the experiment began
 * @param closedAt when none of the nodes was in trouble any more; empty if that never came
 * @param cause in words
 * @param nodes all that ever belonged to it, as far as the journal tells
 */
public record IncidentResult(
        String id, Duration openedAt, Optional<Duration> closedAt, String cause, List<String> nodes) {}
