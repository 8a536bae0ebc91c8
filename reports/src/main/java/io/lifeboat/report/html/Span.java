package io.lifeboat.report.html;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.FaultResult;
import io.lifeboat.report.journal.JournalEntry;
import java.time.Duration;
import java.util.List;

/** The time axis that all charts of a report share. */
record Span(double seconds) {

    static Span of(ExperimentResult result) {
        long last = result.entries().stream().mapToLong(JournalEntry::at).max().orElse(0);
        return new Span(Math.max(last / 1e6, 0.001));
    }

    static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    /** When a fault was over: cleared, or with the experiment. */
    double end(FaultResult fault) {
        return fault.clearedAt().map(Span::seconds).orElse(seconds);
    }

    Scale scale(double begin, double end) {
        return Scale.linear(0, seconds, begin, end);
    }

    /** Seconds to label, at a round distance. */
    List<Double> ticks() {
        double step =
                List.of(0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0)
                        .stream()
                        .filter(one -> seconds / one <= 10)
                        .findFirst()
                        .orElse(seconds / 8);
        return java.util.stream.Stream.iterate(0.0, at -> at <= seconds, at -> at + step)
                .toList();
    }
}
