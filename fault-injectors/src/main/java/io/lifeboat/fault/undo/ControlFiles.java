package io.lifeboat.fault.undo;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Files and directories of the kernel that control other processes. */
final class ControlFiles {

    private static final int ATTEMPTS = 60;
    private static final long BETWEEN_ATTEMPTS = TimeUnit.MILLISECONDS.toNanos(50);

    private ControlFiles() {}

    static void restore(Path file, String value) throws IOException {
        if (Files.exists(file)) {
            Files.writeString(file, value);
        }
    }

    /** Removes a cgroup once it is empty: dead processes leave theirs a moment after they are gone. */
    static void removeCgroup(Path cgroup) throws IOException {
        for (int attempt = 1; Files.isDirectory(cgroup); attempt++) {
            try {
                removeChildren(cgroup);
                Files.delete(cgroup);
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_ATTEMPTS);
            }
        }
    }

    private static void removeChildren(Path cgroup) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(cgroup, Files::isDirectory)) {
            for (Path child : children) {
                removeCgroup(child);
            }
        }
    }
}
