package io.lifeboat.fault.undo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Which process a process id stands for: ids are used again, but not at the same start time.
 *
 * @param pid process id
 * @param startTicks clock ticks from boot to the start of the process, field 22 of {@code /proc/PID/stat} (proc(5)); on
 *     systems without {@code /proc} milliseconds since the epoch
 */
public record ProcessIdentity(long pid, long startTicks) {

    private static final int FIELDS_BEFORE_START_AFTER_NAME = 19;

    /** The process of that id as it is now; start 0 if there is none. */
    public static ProcessIdentity of(long pid) {
        return new ProcessIdentity(pid, startOf(pid).orElse(0));
    }

    /** Whether this very process is still there. */
    public boolean isAlive() {
        OptionalLong start = startOf(pid);
        return start.isPresent() && start.getAsLong() == startTicks;
    }

    private static OptionalLong startOf(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return ProcessHandle.of(pid)
                    .flatMap(handle -> handle.info().startInstant())
                    .map(start -> OptionalLong.of(start.toEpochMilli()))
                    .orElse(OptionalLong.empty());
        }
        try {
            String text = Files.readString(stat, StandardCharsets.ISO_8859_1);
            // The name, in parentheses, may hold anything, also spaces and parentheses.
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
            return OptionalLong.of(Long.parseLong(fields[FIELDS_BEFORE_START_AFTER_NAME]));
        } catch (IOException | IndexOutOfBoundsException e) {
            // It is gone, or went while we looked.
            return OptionalLong.empty();
        }
    }
}
