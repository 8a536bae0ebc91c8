package io.lifeboat.engine.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Telemetry that was recorded, as it came in: what had been reported by a moment is polled at that moment. Not thread-safe.
 */
public final class ReplayedTelemetry implements TelemetrySource {

    /** How often a live engine looks. */
    private static final Duration TICK = Duration.ofMillis(100);

    /** On the clock of a slower {@link Cadence}. */
    private static final Duration SLOWED_TICK = Duration.ofMillis(500);

    private final List<TelemetryFrame> frames;
    private final boolean live;
    private Instant now;
    private int next;

    /** What is done at each moment of a replay. */
    @FunctionalInterface
    public interface Tick {
        void at(Instant now);
    }

    /** @param frames oldest first, not empty */
    public ReplayedTelemetry(List<TelemetryFrame> frames) {
        this(frames, Cadence.LIVE);
    }

    /**
     * @param frames oldest first, not empty, at times of the cadence's clock
     * @param cadence how often they come
     */
    public ReplayedTelemetry(List<TelemetryFrame> frames, Cadence cadence) {
        this.live = cadence.isLive();
        this.frames = List.copyOf(frames);
        this.now = this.frames.get(0).at();
    }

    /**
     * Goes through all of it, ten times a second of the recording. Of a slower cadence once a step, and only when something was
     * reported: a gap of years takes no time.
     */
    public void run(Tick tick) {
        if (live) {
            everyTick(tick);
            return;
        }
        tick.at(now);
        while (next < frames.size()) {
            Instant reported = frames.get(next).at();
            Instant due = now.plus(SLOWED_TICK);
            now = due.isBefore(reported) ? reported : due;
            tick.at(now);
        }
    }

    private void everyTick(Tick tick) {
        Instant end = frames.get(frames.size() - 1).at();
        for (; !now.isAfter(end); now = now.plus(TICK)) {
            tick.at(now);
        }
    }

    @Override
    public List<TelemetryFrame> poll() {
        int from = next;
        while (next < frames.size() && !frames.get(next).at().isAfter(now)) {
            next++;
        }
        return frames.subList(from, next);
    }
}
