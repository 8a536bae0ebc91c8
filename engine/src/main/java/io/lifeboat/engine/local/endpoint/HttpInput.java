package io.lifeboat.engine.local.endpoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Buffered bytes with lines, as HTTP/1.1 messages mix both. Not thread-safe. */
final class HttpInput {

    static final int SIZE = 16 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[SIZE];
    private int position;
    private int limit;

    HttpInput(InputStream in) {
        this.in = in;
    }

    /** How many bytes can be read without waiting, as far as known. */
    int buffered() {
        return limit - position;
    }

    /** Whether another byte comes; waits for it. */
    boolean hasNext() throws IOException {
        return buffered() > 0 || fill();
    }

    /** The next byte without taking it; only after {@link #hasNext()}. */
    int peek() {
        return buffer[position];
    }

    int read(byte[] target, int length) throws IOException {
        if (!hasNext()) {
            return -1;
        }
        int count = Math.min(length, buffered());
        System.arraycopy(buffer, position, target, 0, count);
        position += count;
        return count;
    }

    /**
     * A line without its end, which must be CR LF unless {@code lenient}.
     *
     * @throws BadMessage if the line is longer than {@code max} bytes or ends otherwise
     * @throws EOFException if the stream ends before the line does
     */
    String line(int max, boolean lenient) throws IOException, BadMessage {
        byte[] line = new byte[128];
        int length = 0;
        while (true) {
            int next = next();
            if (next == '\n') {
                return text(line, length, lenient);
            }
            if (length >= max) {
                throw new BadMessage(431, "the head of the message is too long");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, length * 2);
            }
            line[length++] = (byte) next;
        }
    }

    private static String text(byte[] line, int length, boolean lenient) throws BadMessage {
        boolean complete = length > 0 && line[length - 1] == '\r';
        if (!complete && !lenient) {
            throw new BadMessage(400, "a line ends with LF instead of CR LF");
        }
        return new String(line, 0, complete ? length - 1 : length, StandardCharsets.ISO_8859_1);
    }

    private int next() throws IOException {
        if (!hasNext()) {
            throw new EOFException("the connection ended in the middle of a message");
        }
        return buffer[position++] & 0xff;
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer, 0, SIZE);
        position = 0;
        limit = Math.max(0, count);
        return count > 0;
    }
}
