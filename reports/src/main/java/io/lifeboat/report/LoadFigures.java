package io.lifeboat.report;

import io.lifeboat.report.journal.JournalEntry;
import io.lifeboat.report.journal.JournalException;
import io.lifeboat.report.journal.Phase;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** What the load saw, by phase and over time. An interval belongs to the phase in which it ended. */
final class LoadFigures {

    private static final int MOST_FAILURE_TEXTS = 5;

    private final Map<Phase, Totals> phases = new EnumMap<>(Phase.class);
    private final List<LoadPoint> points = new ArrayList<>();
    private final Set<String> firstFailures = new LinkedHashSet<>();

    private LoadFigures() {
        for (Phase phase : Phase.values()) {
            phases.put(phase, new Totals());
        }
    }

    static LoadFigures of(List<JournalEntry> entries) {
        LoadFigures figures = new LoadFigures();
        Phase phase = Phase.BASELINE;
        for (JournalEntry entry : entries) {
            if (entry instanceof JournalEntry.PhaseStarted started) {
                phase = started.phase();
            } else if (entry instanceof JournalEntry.LoadInterval interval) {
                figures.add(phase, interval);
            }
        }
        return figures;
    }

    private void add(Phase phase, JournalEntry.LoadInterval interval) {
        Histogram latencies = decode(interval);
        totals(phase).add(interval, latencies);
        totals(Phase.WHOLE).add(interval, latencies);
        points.add(new LoadPoint(
                Micros.duration(interval.at()),
                Micros.duration(interval.durationMicros()),
                interval.succeeded(),
                interval.failed(),
                latencies));
        String failure = interval.firstFailure();
        if (failure != null && firstFailures.size() < MOST_FAILURE_TEXTS) {
            firstFailures.add(failure);
        }
    }

    private static Histogram decode(JournalEntry.LoadInterval interval) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(interval.histogram())), 0);
        } catch (DataFormatException | IllegalArgumentException e) {
            throw new JournalException(
                    "The histogram of load \"%s\" at %d µs is broken: %s.".formatted(interval.load(), interval.at(), e),
                    e);
        }
    }

    private Totals totals(Phase phase) {
        return phases.getOrDefault(phase, new Totals());
    }

    long count(Phase phase) {
        Totals totals = totals(phase);
        return totals.succeeded + totals.failed;
    }

    long failed(Phase phase) {
        return totals(phase).failed;
    }

    Optional<Duration> latency(Phase phase, double percentile) {
        Histogram latencies = totals(phase).latencies;
        return latencies.getTotalCount() == 0
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(latencies.getValueAtPercentile(percentile) * 1000));
    }

    OptionalDouble throughput(Phase phase) {
        Totals totals = totals(phase);
        long micros = totals.end - totals.begin;
        return count(phase) == 0 || micros <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(totals.succeeded * 1e6 / micros);
    }

    OptionalDouble errorRate(Phase phase) {
        long count = count(phase);
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) failed(phase) / count);
    }

    List<LoadPoint> points() {
        return points;
    }

    List<String> firstFailures() {
        return List.copyOf(firstFailures);
    }

    /** Sums of one phase. */
    private static final class Totals {

        private final Histogram latencies = new Histogram(3);
        private long succeeded;
        private long failed;
        private long begin = Long.MAX_VALUE;
        private long end;

        private void add(JournalEntry.LoadInterval interval, Histogram more) {
            latencies.add(more);
            succeeded += interval.succeeded();
            failed += interval.failed();
            begin = Math.min(begin, interval.at() - interval.durationMicros());
            end = Math.max(end, interval.at());
        }
    }
}
