package io.lifeboat.engine.agent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What was appended to a log since the last look. Not thread-safe. */
final class LogTail {

    /** What is written faster is skipped: a flood of lines must not stall the agent. */
    static final int MOST_BYTES = 64 * 1024;

    private final Path log;
    private long offset;

    LogTail(Path log) {
        this.log = log;
    }

    /** The lines that were finished since the last call. */
    List<String> newLines() {
        try (FileChannel channel = FileChannel.open(log)) {
            long size = channel.size();
            long start = Math.max(offset > size ? 0 : offset, size - MOST_BYTES);
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, size - start));
            channel.read(buffer, start);
            String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
            // An unfinished line is left for the next look, unless it alone fills what is read at once.
            int end = text.lastIndexOf('\n') + 1;
            boolean endless = end == 0 && text.length() == MOST_BYTES;
            offset = start + (endless ? text.length() : end);
            return text.substring(0, end).lines().toList();
        } catch (IOException e) {
            // Not written yet, or removed: no lines.
            return List.of();
        }
    }
}
