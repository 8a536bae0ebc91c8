package io.lifeboat.report;

import io.lifeboat.report.journal.Phase;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When service was as good as before: no failed request, and the 99th percentile at most twice that of the baseline, for
 * a whole second. The recovery is the beginning of that second.
 */
final class Recovery {

    private static final Duration STEADY_FOR = Duration.ofSeconds(1);
    private static final double SLOWER_BY = 2;

    /** Below this a doubled percentile is noise of the machine. */
    private static final Duration FLOOR = Duration.ofMillis(50);

    private Recovery() {}

    static Optional<Duration> after(Duration end, LoadFigures load) {
        Duration limit = load.latency(Phase.BASELINE, 99)
                .map(baseline -> Duration.ofNanos((long) (baseline.toNanos() * SLOWER_BY)))
                .filter(doubled -> doubled.compareTo(FLOOR) > 0)
                .orElse(FLOOR);
        @Nullable Duration since = null;
        for (LoadPoint point : load.points()) {
            Duration begin = point.end().minus(point.length());
            if (point.end().compareTo(end) <= 0) {
                continue;
            }
            if (!isGood(point, limit)) {
                since = null;
                continue;
            }
            since = since == null ? (begin.compareTo(end) < 0 ? end : begin) : since;
            if (point.end().minus(since).compareTo(STEADY_FOR) >= 0) {
                return Optional.of(since);
            }
        }
        return Optional.empty();
    }

    private static boolean isGood(LoadPoint point, Duration limit) {
        return point.failed() == 0 && point.succeeded() > 0 && point.latency(99).compareTo(limit) <= 0;
    }
}
