package io.lifeboat.engine.evaluate.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Rows of comma-separated numbers without a header, plain or gzip (by its name's ending {@code .gz}). */
final class MatrixFile {

    private MatrixFile() {}

    static double[][] read(Path file) throws IOException {
        List<double[]> rows = new ArrayList<>();
        try (BufferedReader reader = open(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    double[] row = parse(file, rows.size() + 1, line);
                    if (!rows.isEmpty() && row.length != rows.get(0).length) {
                        throw new IllegalArgumentException("%s row %d has %d values, but the first row has %d."
                                .formatted(file, rows.size() + 1, row.length, rows.get(0).length));
                    }
                    rows.add(row);
                }
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(file + " has no rows.");
        }
        return rows.toArray(double[][]::new);
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

    static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
    }
}
