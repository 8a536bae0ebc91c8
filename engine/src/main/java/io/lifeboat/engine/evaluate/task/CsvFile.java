package io.lifeboat.engine.evaluate.task;

import io.lifeboat.engine.files.TextLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A comma-separated file with a header, plain or gzip (by its name's ending {@code .gz}). Fields may be quoted, but end with
 * their line.
 *
 * @param path the file
 */
public record CsvFile(Path path) {

    /**
     * Hands every line after the header to the consumer, one after another; nothing is kept in memory.
     *
     * @throws IllegalArgumentException if a line has not as many fields as the header; the message names the line
     */
    public void forEach(Consumer<CsvRow> consumer) throws IOException {
        TextLines.read(path, lines -> {
            List<String> header = split(headerOf(lines));
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                consumer.accept(row(number, header, split(line)));
            }
        });
    }

    private CsvRow row(int number, List<String> header, List<String> fields) {
        if (fields.size() != header.size()) {
            throw new IllegalArgumentException("%s line %d has %d fields, but the header has %d. Maybe it is cut off."
                    .formatted(path, number, fields.size(), header.size()));
        }
        return new CsvRow(path, number, header, fields);
    }

    private String headerOf(BufferedReader reader) throws IOException {
        String header = reader.readLine();
        if (header == null) {
            throw new IllegalArgumentException(
                    path + " is empty, but must start with a header line. Maybe it was not copied as a whole.");
        }
        return header;
    }

    static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                quoted = !quoted; // a doubled quote closes and opens again
            } else if (line.charAt(i) == ',' && !quoted) {
                fields.add(unquoted(line.substring(start, i)));
                start = i + 1;
            }
        }
        fields.add(unquoted(line.substring(start)));
        return fields;
    }

    private static String unquoted(String field) {
        boolean quoted = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
        return quoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
    }
}
