package io.lifeboat.engine.history.imports;

import io.lifeboat.engine.history.HistoryException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The command line after the kind of import: options in long form, each with one or more values.
 *
 * @param values of every option, by its name without dashes
 */
record ImportOptions(Map<String, List<String>> values) {

    private static final Set<String> COMMON = Set.of("history", "input", "id");

    /**
     * Reads {@code --name value value --other value}.
     *
     * @throws HistoryException if a name is given twice or has no value
     */
    static ImportOptions parse(List<String> arguments) {
        Map<String, List<String>> values = new TreeMap<>();
        List<String> current = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("--")) {
                current = new ArrayList<>();
                if (values.put(argument.substring(2), current) != null) {
                    throw new HistoryException(
                            "%s is given twice.%nMaybe list all its values once.".formatted(argument));
                }
            } else if (values.isEmpty()) {
                throw new HistoryException(
                        "\"%s\" belongs to no option.%nMaybe write --input first.".formatted(argument));
            } else {
                current.add(argument);
            }
        }
        values.forEach((name, given) -> {
            if (given.isEmpty()) {
                throw new HistoryException("--%s has no value.%nMaybe a file name is missing.".formatted(name));
            }
        });
        return new ImportOptions(values);
    }

    /** Refuses what no one would read, so that a typing error does not pass for the default. */
    void allowOnly(Set<String> own) {
        Set<String> known = new TreeSet<>(COMMON);
        known.addAll(own);
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new HistoryException("--%s is no option here.%nMaybe use one of %s.".formatted(name, known));
            }
        }
    }

    Optional<String> text(String name) {
        List<String> given = values.get(name);
        if (given != null && given.size() > 1) {
            throw new HistoryException(
                    "--%s has the values %s, but takes one.%nMaybe one with a blank is missing its quotes."
                            .formatted(name, given));
        }
        return Optional.ofNullable(given).map(one -> one.get(0));
    }

    String required(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    private static HistoryException missing(String name) {
        return new HistoryException("--%s is required.%nMaybe see --help.".formatted(name));
    }

    List<SourceFile> inputs() {
        List<String> given = values.get("input");
        if (given == null) {
            throw missing("input");
        }
        return given.stream().map(ImportOptions::readable).map(SourceFile::new).toList();
    }

    Path file(String name) {
        return readable(required(name));
    }

    Optional<Path> optionalFile(String name) {
        return text(name).map(ImportOptions::readable);
    }

    Duration period(Duration otherwise) {
        try {
            return text("period").map(text -> Periods.parse("--period", text)).orElse(otherwise);
        } catch (BadValueException e) {
            throw new HistoryException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Path readable(String name) {
        Path path = Path.of(name);
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new HistoryException(
                    "%s cannot be read.%nMaybe the path is relative to another directory.".formatted(path));
        }
        return path;
    }
}
