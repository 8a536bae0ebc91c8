package io.lifeboat.engine.history.imports;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One line of a {@link Table}.
 *
 * @param columns the names
 * @param fields the values, as many
 */
record Row(List<String> columns, List<String> fields) {

    boolean has(String column) {
        return columns.contains(column);
    }

    /** The text of a column that the table has. */
    String text(String column) {
        return fields.get(columns.indexOf(column)).strip();
    }

    /**
     * The text of a column that must not be empty.
     *
     * @throws BadValueException if it is
     */
    String required(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            throw new BadValueException("%s is empty. Maybe the line belongs to nothing and can go.".formatted(column));
        }
        return text;
    }

    /**
     * The number in a column; empty if the field is, or says NA, NaN, null or none.
     *
     * @throws BadValueException if it is no finite number
     */
    OptionalDouble number(String column) {
        String text = text(column);
        if (Missing.isMissing(text)) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException e) {
            // Told below, with infinity.
        }
        throw new BadValueException(
                "%s is \"%s\", but must be a finite number. Maybe leave it empty: a missing value is absent."
                        .formatted(column, text));
    }

    double requiredNumber(String column) {
        return number(column)
                .orElseThrow(
                        () -> new BadValueException("%s is missing. Maybe the line is cut off.".formatted(column)));
    }

    Instant time(String column, TimeFormat format) {
        return format.parse(column, required(column));
    }
}
