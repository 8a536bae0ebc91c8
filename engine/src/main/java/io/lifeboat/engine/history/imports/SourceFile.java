package io.lifeboat.engine.history.imports;

import io.lifeboat.engine.files.TextLines;
import io.lifeboat.engine.history.HistoryException;
import java.io.IOException;
import java.nio.file.Path;

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
        try {
            TextLines.read(path, lines -> {
                int number = 0;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    consumer.accept(number, line);
                }
            });
        } catch (TextLines.BrokenGzip e) {
            throw new HistoryException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Its name without directory and endings, such as {@code sn_10} of {@code logs/sn_10.csv.gz}. */
    String stem() {
        String name = String.valueOf(path.getFileName());
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }
}
