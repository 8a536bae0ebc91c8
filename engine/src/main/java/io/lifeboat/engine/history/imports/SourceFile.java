package io.lifeboat.engine.history.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A text file to read, gzip if its name ends in {@code .gz}. Bytes that are no UTF-8 are replaced, since log files have some.
 *
 * @param path the file
 */
record SourceFile(Path path) {

    /** Gets every line with its number, from 1. */
    @FunctionalInterface
    interface LineConsumer {
        void accept(int number, String line);
    }

    void forEachLine(LineConsumer consumer) throws IOException {
        try (InputStream in = Files.newInputStream(path);
                InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                consumer.accept(number, line);
            }
        }
    }

    /** Its name without directory and endings, such as {@code sn_10} of {@code logs/sn_10.csv.gz}. */
    String stem() {
        String name = String.valueOf(path.getFileName());
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }
}
