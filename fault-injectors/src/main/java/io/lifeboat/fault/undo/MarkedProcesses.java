package io.lifeboat.fault.undo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Processes whose environment holds a mark. Children inherit it, so that those are found, too, that forked away or were
 * started in the very moment in which their parent died.
 */
final class MarkedProcesses {

    /** A process between fork and exec shows no mark for a moment, so one clean look is not enough. */
    private static final int CLEAN_LOOKS = 3;

    private static final int MOST_LOOKS = 200;
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(50);

    private final String mark;

    MarkedProcesses(String name, String value) {
        this.mark = name + "=" + value;
    }

    /**
     * Kills them all.
     *
     * @throws IOException if some are still there after ten seconds
     */
    void killAll() throws IOException {
        int clean = 0;
        for (int look = 0; look < MOST_LOOKS && clean < CLEAN_LOOKS; look++) {
            List<Long> found = find();
            found.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            clean = found.isEmpty() ? clean + 1 : 0;
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        if (clean < CLEAN_LOOKS) {
            throw new IOException("processes %s do not die".formatted(find()));
        }
    }

    /** Ids of those that are alive now, this process left out; empty where there is no {@code /proc}. */
    List<Long> find() throws IOException {
        List<Long> found = new ArrayList<>();
        Path proc = Path.of("/proc");
        if (!Files.isDirectory(proc.resolve("self"))) {
            return found;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path entry : entries) {
                long pid = Long.parseLong(entry.getFileName().toString());
                if (pid != ProcessHandle.current().pid() && isMarked(entry)) {
                    found.add(pid);
                }
            }
        }
        return found;
    }

    private boolean isMarked(Path entry) {
        try {
            byte[] bytes = Files.readAllBytes(entry.resolve("environ"));
            String environment = "\0" + new String(bytes, StandardCharsets.ISO_8859_1);
            return environment.contains("\0" + mark + "\0");
        } catch (IOException e) {
            // It is somebody else's, or it is gone: not ours either way.
            return false;
        }
    }
}
