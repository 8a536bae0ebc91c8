package io.lifeboat.fault.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What the kernel says about processes, see proc(5). Without {@code /proc} nothing is known, and nothing is verified. */
final class ProcessStates {

    private static final int LOOKS = 100;
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(10);

    private ProcessStates() {}

    static boolean known() {
        return Files.isDirectory(Path.of("/proc/self"));
    }

    /** Whether a signal has stopped it. */
    static boolean isStopped(long pid) {
        return state(pid).filter(state -> state == 'T').isPresent();
    }

    /** Those of them that are stopped. */
    static List<Long> stopped(List<Long> pids) {
        return pids.stream().filter(ProcessStates::isStopped).toList();
    }

    /** Waits up to a second for all of them to run again; those that do not. */
    static List<Long> awaitRunning(List<Long> pids) {
        List<Long> still = stopped(pids);
        for (int look = 0; look < LOOKS && !still.isEmpty(); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
            still = stopped(still);
        }
        return still;
    }

    /** Waits up to a second for all of them to be gone; those that are not. */
    static List<Long> awaitDead(List<Long> pids) {
        List<Long> still = alive(pids);
        for (int look = 0; look < LOOKS && !still.isEmpty(); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
            still = alive(still);
        }
        return still;
    }

    /** Those of them that are alive. */
    static List<Long> alive(List<Long> pids) {
        return pids.stream().filter(ProcessStates::isAlive).toList();
    }

    /** A zombie is dead; it only waits for its parent to look. */
    private static boolean isAlive(long pid) {
        if (!known()) {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
        }
        return state(pid).filter(state -> state != 'Z' && state != 'X').isPresent();
    }

    private static Optional<Character> state(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            return Optional.of(stat.charAt(stat.lastIndexOf(')') + 2));
        } catch (IOException | IndexOutOfBoundsException e) {
            // It is gone.
            return Optional.empty();
        }
    }
}
