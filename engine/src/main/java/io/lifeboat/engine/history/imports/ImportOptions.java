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

/**
 * The command line after the kind of import: options in long form, each with one or more values.
 *
 * @param values of every option, by its name without dashes
 */
record ImportOptions(Map<String, List<String>> values) {

    private static final Set<String> KNOWN =
            Set.of("history", "input", "id", "mapping", "truth", "tickets", "period", "node");

    /**
     * Reads {@code --name value value --other value}.
     *
     * @throws HistoryException if a name is unknown or has no value
     */
    static ImportOptions parse(List<String> arguments) {
        Map<String, List<String>> values = new TreeMap<>();
        List<String> current = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("--")) {
                current = new ArrayList<>();
                values.put(known(argument.substring(2)), current);
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

    private static String known(String name) {
        if (!KNOWN.contains(name)) {
            throw new HistoryException("--%s is no option.%nMaybe use one of %s."
                    .formatted(name, KNOWN.stream().sorted().toList()));
        }
        return name;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(given -> given.get(0));
    }

    String required(String name) {
        return text(name)
                .orElseThrow(() -> new HistoryException("--%s is required.%nMaybe see --help.".formatted(name)));
    }

    List<SourceFile> inputs() {
        required("input");
        return values.getOrDefault("input", List.of()).stream()
                .map(ImportOptions::readable)
                .map(SourceFile::new)
                .toList();
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
