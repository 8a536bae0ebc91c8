package io.lifeboat.engine.history;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads lines and knows their numbers. A line counts only with its end: a torn one could be a number cut in half. */
final class LineReader {

    private final Path file;
    private final Reader reader;
    private final boolean cutOff;
    private int number;

    /**
     * @param cutOff whether the file may end in the middle of a line
     */
    LineReader(Path file, Reader reader, boolean cutOff) {
        this.file = file;
        this.reader = reader;
        this.cutOff = cutOff;
    }

    boolean cutOff() {
        return cutOff;
    }

    /** The next whole line, or null after the last one. */
    @Nullable
    String next() throws IOException {
        number++;
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c != '\n'; c = reader.read()) {
            if (c < 0) {
                return end(line);
            }
            line.append((char) c);
        }
        return line.toString();
    }

    /**
     * The next line, or null after the last one, as people and their tools write them: it may end with a carriage return, and the last one with the
     * file.
     */
    @Nullable
    String nextByHand() throws IOException {
        number++;
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            line.append((char) c);
        }
        int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
    }

    private @Nullable String end(StringBuilder rest) {
        if (rest.length() == 0 || cutOff) {
            return null;
        }
        throw new HistoryException("%s line %d (\"%s\") is cut off.%nMaybe the file was edited or is damaged."
                .formatted(file, number, rest));
    }

    /** Reads the line just got, and names it if that goes wrong. */
    <T> T parse(String line, Function<String, T> parser) {
        try {
            return parser.apply(line);
        } catch (IllegalArgumentException e) {
            throw new HistoryException(
                    "%s line %d (\"%s\"): %s.%nMaybe the file was edited or is damaged."
                            .formatted(file, number, line, e.getMessage()),
                    e);
        }
    }
}
