package io.lifeboat.fault.undo;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Files and directories of the kernel that control other processes. */
final class ControlFiles {

    private static final int ATTEMPTS = 60;
    private static final long BETWEEN_ATTEMPTS = TimeUnit.MILLISECONDS.toNanos(50);

    private ControlFiles() {}

    static void restore(Path file, String value) throws IOException {
        try {
            if (Files.exists(file)) {
                Files.writeString(file, value, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            }
        } catch (IOException e) {
            // A control file can vanish with what it controls, then nothing is left to be restored.
            if (Files.exists(file)) {
                throw e;
            }
        }
    }

    /**
     * Removes a cgroup once it is empty: dead processes leave theirs a moment after they are gone.
     *
     * @throws IOException if it is no cgroup, or is still in use after three seconds
     */
    static void removeCgroup(Path cgroup) throws IOException {
        if (Files.isDirectory(cgroup) && !Files.exists(cgroup.resolve("cgroup.procs"))) {
            throw new IOException("%s is no cgroup and is left alone".formatted(cgroup));
        }
        for (int attempt = 1; Files.isDirectory(cgroup); attempt++) {
            try {
                removeTree(cgroup);
            } catch (NoSuchFileException e) {
                // It went by itself, or somebody else removed it in this moment: look again.
                continue;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_ATTEMPTS);
            }
        }
    }

    private static void removeTree(Path cgroup) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(cgroup, Files::isDirectory)) {
            for (Path child : children) {
                removeTree(child);
            }
        }
        Files.delete(cgroup);
    }
}
