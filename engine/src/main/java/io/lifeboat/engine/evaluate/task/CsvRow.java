package io.lifeboat.engine.evaluate.task;

import java.nio.file.Path;
import java.util.List;

/**
 * One line of a {@link CsvFile}.
 *
 * @param path the file, for messages
 * @param line its number, the header being 1
 * @param header the names of the columns
 * @param fields the values, as many as columns
 */
public record CsvRow(Path path, int line, List<String> header, List<String> fields) {

    /**
     * The text of a column.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public String text(String column) {
        int index = header.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "%s has no column '%s', only %s. Maybe it has another layout.".formatted(path, column, header));
        }
        return fields.get(index);
    }

    /**
     * The number in a column, or NaN where the field is empty.
     *
     * @throws IllegalArgumentException if the field is neither empty nor a number
     */
    public double number(String column) {
        String text = text(column);
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s line %d: %s is '%s', but must be a number. Maybe the columns have moved."
                            .formatted(path, line, column, text),
                    e);
        }
    }
}
