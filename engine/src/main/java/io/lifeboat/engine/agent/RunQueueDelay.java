package io.lifeboat.engine.agent;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * For how long the current thread was runnable but not running, in nanoseconds: the second number of
 * {@code /proc/thread-self/schedstat}. Must be made and used by the same thread.
 */
final class RunQueueDelay implements AutoCloseable {

    private final RandomAccessFile file;
    private final byte[] buffer = new byte[128];

    RunQueueDelay() throws IOException {
        file = new RandomAccessFile("/proc/thread-self/schedstat", "r");
    }

    OptionalLong nanos() {
        try {
            file.seek(0);
            int length = file.read(buffer);
            String[] numbers = new String(buffer, 0, Math.max(0, length), StandardCharsets.US_ASCII).split(" ");
            return numbers.length > 1 ? ProcFiles.parse(numbers[1]) : OptionalLong.empty();
        } catch (IOException e) {
            // Without it the gaps cannot be explained, and the caller reports nothing.
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
