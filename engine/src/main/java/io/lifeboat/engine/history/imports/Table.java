package io.lifeboat.engine.history.imports;

import io.lifeboat.engine.history.Csv;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A file of separated values.
 *
 * @param file where it is
 * @param separator between values
 * @param header whether the first line names the columns; else they are called 1, 2, 3 …
 */
record Table(SourceFile file, char separator, boolean header) {

    Table(SourceFile file) {
        this(file, ',', true);
    }

    /** The names of the columns; empty if the file is. */
    List<String> columns() throws IOException {
        List<String> first = new ArrayList<>();
        file.forEachLine((number, line) -> {
            if (number == 1) {
                first.addAll(names(line));
            }
        });
        return first;
    }

    private List<String> names(String line) {
        List<String> fields = Csv.split(line.startsWith("\uFEFF") ? line.substring(1) : line, separator);
        return header
                ? fields.stream().map(String::strip).toList()
                : IntStream.rangeClosed(1, fields.size())
                        .mapToObj(Integer::toString)
                        .toList();
    }

    /**
     * Hands every line to the consumer. A line that breaks a rule becomes a problem; so does a column that is missing, and
     * then no line is read.
     */
    void forEach(Collection<String> required, Problems problems, Consumer<Row> consumer) throws IOException {
        List<String> columns = columns();
        if (!columns.containsAll(required)) {
            required.stream()
                    .filter(name -> !columns.contains(name))
                    .forEach(name -> problems.add(
                            file.path(), 1, "there is no column \"%s\".%n    %s".formatted(name, maybe(columns))));
            return;
        }
        file.forEachLine((number, line) -> {
            if ((number > 1 || !header) && !line.isBlank()) {
                row(columns, number, line, problems, consumer);
            }
        });
    }

    private static String maybe(List<String> columns) {
        return columns.isEmpty() ? "Maybe the file is empty." : "Maybe use one of " + columns + ".";
    }

    private void row(List<String> columns, int number, String line, Problems problems, Consumer<Row> consumer) {
        try {
            List<String> fields = Csv.split(line, separator);
            if (fields.size() != columns.size()) {
                throw new BadValueException(
                        "it has %d fields, but line 1 has %d. Maybe it is cut off, or the separator is another."
                                .formatted(fields.size(), columns.size()));
            }
            consumer.accept(new Row(columns, fields));
        } catch (IllegalArgumentException e) {
            problems.add(file.path(), number, String.valueOf(e.getMessage()));
        }
    }
}
