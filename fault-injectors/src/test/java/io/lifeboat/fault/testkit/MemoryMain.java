package io.lifeboat.fault.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Maps a file into memory, "private" or "shared", fills it, prints the address, and answers each line with the words that
 * are not as they were: {@code word:bits …}. "set n" overwrites word n with 0 and takes that for right from then on.
 */
public final class MemoryMain {

    private MemoryMain() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]).toRealPath();
        int words = Integer.parseInt(args[1]);
        LongBuffer memory = map(file, words, args[2].equals("private"));
        long[] right = new long[words];
        for (int i = 0; i < words; i++) {
            right[i] = (i + 1) * 0x9E3779B97F4A7C15L;
            memory.put(i, right[i]);
        }
        System.out.println(address(file));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("set ")) {
                int word = Integer.parseInt(line.substring(4));
                right[word] = 0;
                memory.put(word, 0);
            }
            System.out.println(wrong(memory, right));
        }
    }

    private static LongBuffer map(Path file, int words, boolean own) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(
                            own ? FileChannel.MapMode.PRIVATE : FileChannel.MapMode.READ_WRITE,
                            0,
                            (long) words * Long.BYTES)
                    .asLongBuffer();
        }
    }

    private static long address(Path file) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/maps"))) {
            return lines.filter(line -> line.endsWith(file.toString()))
                    .mapToLong(line -> Long.parseUnsignedLong(line.substring(0, line.indexOf('-')), 16))
                    .min()
                    .orElseThrow();
        }
    }

    private static String wrong(LongBuffer memory, long[] right) {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < right.length; i++) {
            long difference = memory.get(i) ^ right[i];
            if (difference != 0) {
                wrong.add(i + ":" + Long.bitCount(difference));
            }
        }
        return String.join(" ", wrong);
    }
}
