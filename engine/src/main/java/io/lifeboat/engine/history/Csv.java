package io.lifeboat.engine.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One line of comma-separated values with quoting as in RFC 4180, except that a value never spans lines. */
public final class Csv {

    private Csv() {}

    /** A line of these fields, quoted where they need it. */
    public static String join(List<String> fields) {
        return fields.stream().map(Csv::quote).collect(Collectors.joining(","));
    }

    private static String quote(String field) {
        if (field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0) {
            throw new IllegalArgumentException(
                    "\"%s\" holds a line break, which would tear a line of the history. Maybe strip it."
                            .formatted(field));
        }
        return field.indexOf(',') < 0 && field.indexOf('"') < 0 ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    /**
     * The fields of a line.
     *
     * @throws IllegalArgumentException if a quote is not closed, or text follows a closed one
     */
    public static List<String> split(String line) {
        return split(line, ',');
    }

    /**
     * The fields of a line with another separator.
     *
     * @throws IllegalArgumentException as {@link #split(String)}
     */
    public static List<String> split(String line, char separator) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (true) {
            int end = line.startsWith("\"", at) ? closingQuote(line, at) + 1 : separatorOrEnd(line, at, separator);
            fields.add(unquote(line.substring(at, end)));
            if (end == line.length()) {
                return fields;
            }
            if (line.charAt(end) != separator) {
                throw new IllegalArgumentException("text follows a closing quote at character %d".formatted(end + 1));
            }
            at = end + 1;
        }
    }

    private static int separatorOrEnd(String line, int from, char separator) {
        int end = line.indexOf(separator, from);
        return end < 0 ? line.length() : end;
    }

    private static int closingQuote(String line, int open) {
        int at = line.indexOf('"', open + 1);
        while (at >= 0 && line.startsWith("\"", at + 1)) {
            at = line.indexOf('"', at + 2);
        }
        if (at < 0) {
            throw new IllegalArgumentException("the quote at character %d is never closed".formatted(open + 1));
        }
        return at;
    }

    private static String unquote(String field) {
        return field.startsWith("\"") ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
    }
}
