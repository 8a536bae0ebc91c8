package io.lifeboat.engine.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file, however long the file is. */
final class LogTail {

    private static final int BYTES = 8 * 1024;
    private static final int LINES = 15;

    private LogTail() {}

    static String text(Path log) {
        try (FileChannel channel = FileChannel.open(log)) {
            long start = Math.max(0, channel.size() - BYTES);
            ByteBuffer buffer = ByteBuffer.allocate(BYTES);
            channel.read(buffer, start);
            return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** For the end of a message: the last lines, or that there are none. */
    static String describe(Path log) {
        List<String> lines = text(log).lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return " It wrote nothing to its log.";
        }
        List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        return " The end of its log (" + log.getFileName() + "):\n  " + String.join("\n  ", last);
    }
}
