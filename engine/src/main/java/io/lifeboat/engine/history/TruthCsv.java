package io.lifeboat.engine.history;

import io.lifeboat.engine.cluster.Component;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Truths as lines, a file of their own beside the telemetry. */
public final class TruthCsv {

    private static final List<String> COLUMNS =
            List.of("node", "component", "cause", "onset", "failed_at", "censored_at");

    private TruthCsv() {}

    /**
     * Reads a file.
     *
     * @throws HistoryException if it cannot be read or a line is damaged; the message names the line
     */
    public static List<Truth> read(Path file) {
        return read(file, LineReader::next);
    }

    /**
     * Reads a file that was written by hand or by other tools: lines may end as on Windows, the last one need not end at all.
     *
     * @throws HistoryException if it cannot be read or a line is damaged; the message names the line
     */
    public static List<Truth> readByHand(Path file) {
        return read(file, LineReader::nextByHand);
    }

    /** Gets the next line of a file. */
    private interface Lines {
        @Nullable
        String next(LineReader reader) throws IOException;
    }

    private static List<Truth> read(Path file, Lines next) {
        List<Truth> truths = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            LineReader lines = new LineReader(file, reader, false);
            String header = next.next(lines);
            lines.parse(header == null ? "" : header, TruthCsv::requireHeader);
            for (String line = next.next(lines); line != null; line = next.next(lines)) {
                truths.add(lines.parse(line, TruthCsv::truth));
            }
        } catch (IOException e) {
            throw new HistoryException(
                    "%s cannot be read (%s).%nMaybe it is packed, or no UTF-8 text.".formatted(file, e), e);
        }
        return List.copyOf(truths);
    }

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
