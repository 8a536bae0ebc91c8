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
 * Processes of one session: their environment holds its mark, or their output goes into its run directory. Children
 * inherit both, so that those are found, too, that forked away or were started in the very moment in which their parent
 * died.
 *
 * <p>The mark alone is not enough: Redis, PostgreSQL and others write their title over their environment, after which
 * {@code /proc/PID/environ} no longer shows it.
 */
final class MarkedProcesses {

    /** A process between fork and exec shows no mark for a moment, so one clean look is not enough. */
    private static final int CLEAN_LOOKS = 3;

    private static final int MOST_LOOKS = 200;
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(50);

    /** Standard output and standard error. Others are open for reading, too: who looks at a log is not ours. */
    private static final List<String> OUTPUTS = List.of("fd/1", "fd/2");

    private final String mark;
    private final Path runDirectory;

    MarkedProcesses(String name, String value) {
        this.mark = name + "=" + value;
        this.runDirectory = Path.of("run-" + value);
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
                if (pid != ProcessHandle.current().pid() && (isMarked(entry) || writesIntoRunDirectory(entry))) {
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

    private boolean writesIntoRunDirectory(Path entry) {
        for (String output : OUTPUTS) {
            try {
                if (contains(Files.readSymbolicLink(entry.resolve(output)))) {
                    return true;
                }
            } catch (IOException e) {
                // Closed, somebody else's, or gone: it shows nothing.
                continue;
            }
        }
        return false;
    }

    /** By name, which is unique to the session, so that it is still known after the directory was deleted. */
    private boolean contains(Path file) {
        for (Path part : file) {
            if (part.equals(runDirectory)) {
                return true;
            }
        }
        return false;
    }
}
