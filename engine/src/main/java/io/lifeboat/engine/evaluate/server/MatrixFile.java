package io.lifeboat.engine.evaluate.server;

import io.lifeboat.engine.files.TextLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rows of comma-separated numbers without a header, plain or gzip (by its name's ending {@code .gz}). */
final class MatrixFile {

    private MatrixFile() {}

    static double[][] read(Path file) throws IOException {
        List<double[]> rows = new ArrayList<>();
        TextLines.read(file, lines -> {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    rows.add(row(file, rows, line));
                }
            }
        });
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(file + " has no rows. Maybe it was not copied as a whole.");
        }
        return rows.toArray(double[][]::new);
    }

    private static double[] row(Path file, List<double[]> before, String line) {
        double[] row = parse(file, before.size() + 1, line);
        if (!before.isEmpty() && row.length != before.get(0).length) {
            throw new IllegalArgumentException("%s row %d has %d values, but the first row has %d. Maybe it is cut off."
                    .formatted(file, before.size() + 1, row.length, before.get(0).length));
        }
        return row;
    }

    private static double[] parse(Path file, int number, String line) {
        String[] fields = line.split(",", -1);
        double[] row = new double[fields.length];
        for (int i = 0; i < row.length; i++) {
            try {
                row[i] = fields[i].isBlank() ? Double.NaN : Double.parseDouble(fields[i]);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "%s row %d: '%s' must be a number. Maybe the file has a header line: these have none."
                                .formatted(file, number, fields[i]),
                        e);
            }
        }
        return row;
    }
}
