package io.lifeboat.engine.history;

import io.lifeboat.engine.cluster.Component;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Truths as lines, a file of their own beside the telemetry. */
final class TruthCsv {

    private static final List<String> COLUMNS =
            List.of("node", "component", "cause", "onset", "failed_at", "censored_at");

    private TruthCsv() {}

    static String header() {
        return Csv.join(COLUMNS);
    }

    static String line(Truth truth) {
        return Csv.join(List.of(
                truth.node(),
                truth.component().name().toLowerCase(Locale.ROOT),
                truth.cause(),
                truth.onset().toString(),
                truth.failedAt().map(Instant::toString).orElse(""),
                truth.censoredAt().map(Instant::toString).orElse("")));
    }

    static List<String> requireHeader(String line) {
        List<String> columns = Csv.split(line);
        if (!columns.equals(COLUMNS)) {
            throw new IllegalArgumentException("the header (%s) must be %s".formatted(line, header()));
        }
        return columns;
    }

    static Truth truth(String line) {
        List<String> fields = Csv.split(line);
        if (fields.size() != COLUMNS.size()) {
            throw new IllegalArgumentException(
                    "it has %d fields, but must have %d".formatted(fields.size(), COLUMNS.size()));
        }
        return new Truth(
                fields.get(0),
                Component.valueOf(fields.get(1).toUpperCase(Locale.ROOT)),
                fields.get(2),
                TelemetryCsv.instant(fields.get(3)),
                optional(fields.get(4)),
                optional(fields.get(5)));
    }

    private static Optional<Instant> optional(String field) {
        return field.isEmpty() ? Optional.empty() : Optional.of(TelemetryCsv.instant(field));
    }
}
