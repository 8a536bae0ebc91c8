package io.lifeboat.fault.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes 4 KiB to the given file and synchronises it, for each line that it is told; says how many milliseconds that took. */
public final class WriteMain {

    private WriteMain() {}

    public static void main(String[] args) throws IOException {
        try (FileChannel file =
                FileChannel.open(Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            System.out.println("ready");
            while (System.in.read() >= 0) {
                long begin = System.nanoTime();
                file.write(ByteBuffer.allocate(4096), 0);
                file.force(true);
                System.out.println((System.nanoTime() - begin) / 1_000_000);
            }
        }
    }
}
