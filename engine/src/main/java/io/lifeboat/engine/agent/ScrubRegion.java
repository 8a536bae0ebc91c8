package io.lifeboat.engine.agent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * Private memory with a known content. A file gives the mapping a name under which it is found in the process's map;
 * every page was written to, so that none of it is the file's any more.
 */
final class ScrubRegion {

    /** 8 MiB: large enough to be hit by random flips of a node's memory, small enough to check all the time. */
    static final int BYTES = 8 << 20;

    static final int WORDS = BYTES / Long.BYTES;

    private final LongBuffer words;
    private final OptionalLong address;

    ScrubRegion(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.truncate(0);
            channel.write(ByteBuffer.allocate(1), BYTES - 1L);
            words = channel.map(FileChannel.MapMode.PRIVATE, 0, BYTES).asLongBuffer();
        }
        for (int i = 0; i < WORDS; i++) {
            words.put(i, pattern(i));
        }
        address = find(file.toRealPath().toString());
    }

    /** Differs from word to word and holds as many ones as zeros on average. */
    static long pattern(int index) {
        return (index + 1) * 0x9E3779B97F4A7C15L;
    }

    void read(int start, long[] target) {
        words.get(start, target);
    }

    void restore(int index) {
        words.put(index, pattern(index));
    }

    /** Of the first byte; empty where the operating system does not tell. */
    OptionalLong address() {
        return address;
    }

    private static OptionalLong find(String name) throws IOException {
        Path maps = Path.of("/proc/self/maps");
        if (!Files.isReadable(maps)) {
            return OptionalLong.empty();
        }
        try (var lines = Files.lines(maps)) {
            return lines.filter(line -> line.endsWith(" " + name))
                    .mapToLong(line -> Long.parseUnsignedLong(line.substring(0, line.indexOf('-')), 16))
                    .min();
        }
    }
}
