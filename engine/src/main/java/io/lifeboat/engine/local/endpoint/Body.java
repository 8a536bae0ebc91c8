package io.lifeboat.engine.local.endpoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Passes bodies on as they come. The sink is flushed whenever the source has nothing at hand. */
final class Body {

    private static final int MAX_CHUNK_LINE = 1024;

    private Body() {}

    /**
     * @param chunkedOut false to take chunks apart, for a reader that does not know them
     * @throws EOFException if the source ends before the body does
     */
    static void relay(Framing framing, HttpInput in, OutputStream out, boolean chunkedOut)
            throws IOException, BadMessage {
        switch (framing.kind()) {
            case NONE -> {}
            case LENGTH -> exactly(framing.length(), in, out);
            case CHUNKED -> chunks(in, out, chunkedOut);
            case UNTIL_CLOSE -> untilClose(in, out);
        }
        out.flush();
    }

    private static void exactly(long length, HttpInput in, OutputStream out) throws IOException {
        byte[] buffer = new byte[HttpInput.SIZE];
        long left = length;
        while (left > 0) {
            flushBeforeWaiting(in, out);
            int count = in.read(buffer, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new EOFException("the connection ended in the middle of a body");
            }
            out.write(buffer, 0, count);
            left -= count;
        }
    }

    private static void untilClose(HttpInput in, OutputStream out) throws IOException {
        byte[] buffer = new byte[HttpInput.SIZE];
        while (true) {
            flushBeforeWaiting(in, out);
            int count = in.read(buffer, buffer.length);
            if (count < 0) {
                return;
            }
            out.write(buffer, 0, count);
        }
    }

    private static void chunks(HttpInput in, OutputStream out, boolean chunkedOut) throws IOException, BadMessage {
        while (true) {
            flushBeforeWaiting(in, out);
            long size = size(in.line(MAX_CHUNK_LINE, false));
            if (size == 0) {
                break;
            }
            if (chunkedOut) {
                write(out, Long.toHexString(size) + "\r\n");
            }
            exactly(size, in, out);
            if (!in.line(MAX_CHUNK_LINE, false).isEmpty()) {
                throw new BadMessage(400, "a chunk is longer than its size");
            }
            if (chunkedOut) {
                write(out, "\r\n");
            }
        }
        List<Header> trailers = HeadParser.fields(in, HeadParser.MAX_HEAD_BYTES, false);
        if (chunkedOut) {
            write(out, "0\r\n");
            writeFields(out, trailers);
        }
    }

    private static long size(String line) throws BadMessage {
        int end = line.indexOf(';');
        String digits = (end < 0 ? line : line.substring(0, end)).stripTrailing();
        if (!digits.matches("[0-9A-Fa-f]{1,15}")) {
            throw new BadMessage(400, "the size of a chunk is malformed");
        }
        return Long.parseLong(digits, 16);
    }

    /** Fields and the empty line after them. */
    static void writeFields(OutputStream out, List<Header> fields) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Header field : fields) {
            text.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        write(out, text.append("\r\n").toString());
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void flushBeforeWaiting(HttpInput in, OutputStream out) throws IOException {
        if (in.buffered() == 0) {
            out.flush();
        }
    }
}
