package io.lifeboat.fault.undo;

import static java.lang.System.Logger.Level.WARNING;

import io.lifeboat.fault.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Everything that one JVM must leave as it found it: an undo journal, a directory for its files, a mark for its
 * processes, and a watchdog outside that sees to it if the JVM dies. Thread-safe.
 */
public final class UndoSession implements UndoJournal, AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(UndoSession.class.getName());

    static final String MARKER_NAME = "LIFEBOAT_RUN";
    static final String JOURNAL_SUFFIX = ".undo";

    private static final int RANDOM_BYTES = 6;
    private static final int ATTEMPTS = 3;

    private final Path root;
    private final Path runDirectory;
    private final Marker marker;
    private final FileUndoJournal journal;
    private final Watchdog watchdog;
    private final AtomicInteger directories = new AtomicInteger();
    private boolean closed;

    private UndoSession(Path root, Path runDirectory, Marker marker, FileUndoJournal journal, Watchdog watchdog) {
        this.root = root;
        this.runDirectory = runDirectory;
        this.marker = marker;
        this.journal = journal;
        this.watchdog = watchdog;
    }

    /**
     * An environment variable that every child process gets and hands down.
     *
     * @param name the same for all sessions
     * @param value unique to this one
     */
    public record Marker(String name, String value) {}

    /** The root of this user: {@code lifeboat.tmp} if set, else in the system's temporary directory. */
    public static Path defaultRoot() {
        return UndoRoot.defaultPath();
    }

    /**
     * Opens a session: undoes what dead ones left, then starts the watchdog.
     *
     * @throws FaultException if the root cannot be used or the watchdog does not start
     */
    public static UndoSession open(Path root) {
        try {
            return open(root, ATTEMPTS);
        } catch (IOException e) {
            throw new FaultException(
                    "The directory for temporary files (%s) cannot be used: %s.%nMaybe set the system property lifeboat.tmp to another one."
                            .formatted(root, e.getMessage()),
                    e);
        }
    }

    private static UndoSession open(Path root, int attempts) throws IOException {
        Path absolute = UndoRoot.prepare(root);
        try {
            StaleSessions.recover(absolute)
                    .problems()
                    .forEach(problem -> LOGGER.log(WARNING, "An earlier run left something behind: {0}", problem));
            return create(absolute);
        } catch (IOException e) {
            // If the root is gone, another session ended at this very moment and took it away.
            if (attempts == 1 || Files.exists(absolute)) {
                throw e;
            }
            return open(root, attempts - 1);
        }
    }

    private static UndoSession create(Path root) throws IOException {
        ProcessIdentity owner = ProcessIdentity.of(ProcessHandle.current().pid());
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String id = owner.pid() + "-" + HexFormat.of().formatHex(random);
        Path runDirectory = root.resolve("run-" + id);
        Path file = root.resolve("run-" + id + JOURNAL_SUFFIX);
        Marker marker = new Marker(MARKER_NAME, id);
        // Watched before there is anything to be left behind.
        Watchdog watchdog = Watchdog.start(root, file);
        try {
            FileUndoJournal journal = FileUndoJournal.create(file, owner);
            journal.register(new UndoAction.DeleteTree(runDirectory));
            journal.register(new UndoAction.KillMarked(marker.name(), marker.value()));
            UndoRoot.createPrivate(runDirectory);
            return new UndoSession(root, runDirectory, marker, journal, watchdog);
        } catch (IOException | FaultException e) {
            // It undoes the little that was done.
            watchdog.letGo();
            throw e;
        }
    }

    /** For files of this session; deleted with all that is in it when the session ends. */
    public Path runDirectory() {
        return runDirectory;
    }

    /** A new directory in the run directory. */
    public Path newDirectory(String name) {
        Path directory = runDirectory.resolve(name + "-" + directories.incrementAndGet());
        try {
            return Files.createDirectory(directory);
        } catch (IOException e) {
            throw new FaultException("Directory %s cannot be created: %s.".formatted(directory, e.getMessage()), e);
        }
    }

    /** The mark that child processes must carry in their environment. */
    public Marker marker() {
        return marker;
    }

    @Override
    public Entry register(UndoAction action) {
        return journal.register(action);
    }

    /**
     * Undoes all that is still to be undone, and lets the watchdog go. Does nothing when called again.
     *
     * @throws FaultException if something is left behind; the journal stays then, for the next attempt
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        List<String> problems = new UndoExecutor(new OwnedTrees(root)).undo(journal.open());
        try {
            if (problems.isEmpty()) {
                journal.delete();
            } else {
                journal.close();
            }
        } catch (IOException e) {
            problems.add("the journal itself: " + e.getMessage());
        } finally {
            Uninterrupted.run(problems.isEmpty() ? watchdog::close : watchdog::letGo);
            UndoRoot.removeIfEmpty(root);
        }
        if (!problems.isEmpty()) {
            throw new FaultException("Not everything could be undone:%n%s%nMaybe run the command \"recover\"."
                    .formatted(String.join("\n", problems)));
        }
    }
}
