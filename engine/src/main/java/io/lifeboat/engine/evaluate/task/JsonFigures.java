package io.lifeboat.engine.evaluate.task;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Named figures in the order they were put, written as one flat JSON object. Not thread-safe. */
public final class JsonFigures {

    private final Map<String, String> figures = new LinkedHashMap<>();

    /** Adds a number, written with six digits after the point; JSON knows no NaN, so that becomes {@code null}. */
    public JsonFigures put(String name, double value) {
        figures.put(name, Double.isFinite(value) ? String.format(Locale.ROOT, "%.6f", value) : "null");
        return this;
    }

    /** Adds a whole number. */
    public JsonFigures put(String name, long value) {
        figures.put(name, Long.toString(value));
        return this;
    }

    /** Adds a text. */
    public JsonFigures put(String name, String value) {
        figures.put(name, quote(value));
        return this;
    }

    /** Writes the figures, replacing the file if there is one. */
    public void write(Path file) throws IOException {
        LinesFile.write(file, out -> {
            for (String line : toString().lines().toList()) {
                out.line(line);
            }
        });
    }

    @Override
    public String toString() {
        return figures.entrySet().stream()
                .map(figure -> "  " + quote(figure.getKey()) + ": " + figure.getValue())
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
