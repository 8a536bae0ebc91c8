package io.lifeboat.fault.undo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The watchdog process. Arguments: the root directory and the journal. */
final class WatchdogMain {

    /** Undoing may have to wait for the kernel to let go of a dead process. */
    private static final int ATTEMPTS = 5;

    private static final long BETWEEN_ATTEMPTS = TimeUnit.SECONDS.toNanos(1);

    private WatchdogMain() {}

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        Path journal = Path.of(args[1]);
        System.out.println(Watchdog.READY);
        Watchdog.awaitEnd();
        for (int attempt = 0; attempt < ATTEMPTS && Files.exists(journal); attempt++) {
            if (attempt > 0) {
                LockSupport.parkNanos(BETWEEN_ATTEMPTS);
            }
            undo(root, journal);
        }
        UndoRoot.removeIfEmpty(root);
    }

    private static void undo(Path root, Path journal) {
        try {
            Optional<JournalFile> content = JournalFile.read(journal);
            if (content.isPresent()) {
                StaleSessions.undo(root, journal, content.get());
            } else {
                // The owner died before it could write down who it is: nothing was touched.
                Files.deleteIfExists(journal);
            }
        } catch (IOException e) {
            // Nobody listens any more, and the next attempt may succeed; else the next session's start will try.
            return;
        }
    }
}
