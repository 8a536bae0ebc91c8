package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.telemetry.Cadence;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One recorded run to learn from. The outcomes are asked for after the features were computed, and never reach them.
 *
 * @param id names it in messages
 * @param frames what the nodes reported, oldest first, not empty
 * @param outcomes what came of it
 * @param cadence on whose clock all times are
 */
public record LabelledRun(String id, List<TelemetryFrame> frames, Outcomes outcomes, Cadence cadence) {

    /** What came of every component at every moment. */
    @FunctionalInterface
    public interface Outcomes {
        Outcome of(String node, Component component, Instant at);
    }

    public LabelledRun {
        frames = List.copyOf(frames);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException(
                    "Run \"%s\" has no telemetry. Maybe it was stopped before anything was reported.".formatted(id));
        }
    }

    /** A run as it was recorded. */
    public LabelledRun(String id, List<TelemetryFrame> frames, Outcomes outcomes) {
        this(id, frames, outcomes, Cadence.LIVE);
    }

    /** The same run on the clock of a cadence. */
    LabelledRun slowed(Cadence to) {
        return to.isLive()
                ? this
                : new LabelledRun(
                        id,
                        frames.stream().map(to::slowed).toList(),
                        (node, component, at) -> outcomes.of(node, component, to.real(at)),
                        to);
    }

    /** The nodes that reported in it, by name. */
    Set<String> nodes() {
        return frames.stream().map(TelemetryFrame::node).collect(Collectors.toCollection(TreeSet::new));
    }
}
