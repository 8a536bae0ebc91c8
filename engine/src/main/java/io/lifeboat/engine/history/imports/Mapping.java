package io.lifeboat.engine.history.imports;

import io.lifeboat.engine.history.HistoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A mapping file: lines of {@code key = value}; {@code #} begins a comment line. Nothing is escaped, so that patterns can be
 * written as they are.
 */
final class Mapping {

    private record Entry(int line, String value) {}

    private final Path path;
    private final Map<String, Entry> entries = new TreeMap<>();

    private Mapping(Path path) {
        this.path = path;
    }

    /**
     * Reads a file.
     *
     * @param known the keys there are; one that ends in a dot stands for all that begin with it
     * @throws HistoryException if a line is none, a key is unknown or comes twice
     */
    static Mapping read(Path path, List<String> known) throws IOException {
        Mapping mapping = new Mapping(path);
        List<String> lines = Files.readAllLines(path);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                mapping.add(i + 1, line, known);
            }
        }
        return mapping;
    }

    private void add(int number, String line, List<String> known) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            throw problem(number, "\"%s\" is no \"key = value\". Maybe begin it with #.".formatted(line));
        }
        String key = line.substring(0, equals).strip();
        if (known.stream().noneMatch(name -> name.equals(key) || name.endsWith(".") && key.startsWith(name))) {
            throw problem(number, "\"%s\" is no key. Maybe use one of %s.".formatted(key, known));
        }
        Entry entry = new Entry(number, line.substring(equals + 1).strip());
        if (entry.value().isEmpty()) {
            throw problem(number, "%s has no value. Maybe remove the line.".formatted(key));
        }
        if (entries.putIfAbsent(key, entry) != null) {
            throw problem(number, "%s is there twice. Maybe remove one.".formatted(key));
        }
    }

    private HistoryException problem(int line, String problem) {
        return new HistoryException("%s line %d: %s".formatted(path, line, problem));
    }

    /** What is wrong with the value of a key. */
    HistoryException problem(String key, String problem) {
        Entry entry = entries.get(key);
        return entry == null ? new HistoryException("%s: %s".formatted(path, problem)) : problem(entry.line(), problem);
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    String required(String key, String maybe) {
        return get(key).orElseThrow(() -> problem(key, "%s is missing. Maybe add \"%s\".".formatted(key, maybe)));
    }

    /** The values of all keys that begin so, by the rest of the key. */
    Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new TreeMap<>();
        entries.forEach((key, entry) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), entry.value());
            }
        });
        return found;
    }

    /** How times are written, by the keys {@code time.format}, {@code time.zone} and {@code time.year}. */
    TimeFormat timeFormat() {
        String format = required("time.format", "time.format = epoch-seconds");
        try {
            return TimeFormat.of(
                    format,
                    ZoneId.of(get("time.zone").orElse("UTC")),
                    get("time.year").map(Year::parse));
        } catch (BadValueException e) {
            throw problem("time.format", String.valueOf(e.getMessage()));
        } catch (DateTimeException e) {
            throw problem(
                    "time.zone",
                    "time.zone or time.year is none (%s). Maybe \"Europe/Berlin\", and 2026."
                            .formatted(e.getMessage()));
        }
    }

    /** A duration longer than zero, such as {@code 10s}, {@code 5m}, {@code 1h} or {@code 1d}. */
    Duration duration(String key, Duration otherwise) {
        try {
            return get(key).map(text -> Periods.parse(key, text)).orElse(otherwise);
        } catch (BadValueException e) {
            throw problem(key, String.valueOf(e.getMessage()));
        }
    }
}
