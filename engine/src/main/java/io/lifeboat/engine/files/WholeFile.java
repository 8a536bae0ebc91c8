package io.lifeboat.engine.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there whole or not at all, also after {@code kill -9} or a power failure. One writer a file at a time. */
public final class WholeFile {

    private WholeFile() {}

    /** Writes the file, in the place of one that may be there. A draft beside it that somebody left behind is overwritten. */
    public static void write(Path file, byte[] content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".partial");
        Files.write(draft, content);
        publish(draft, file);
    }

    /** Forces a finished draft in the same directory to the disk and gives it its name. */
    public static void publish(Path draft, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
