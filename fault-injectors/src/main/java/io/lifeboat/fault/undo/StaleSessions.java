package io.lifeboat.fault.undo;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sessions whose owner died together with its watchdog: the second line of defence undoes them at the next start. */
final class StaleSessions {

    private StaleSessions() {}

    /** Undoes all of them and says, a line each, what was done. */
    static List<String> recover(Path root) throws IOException {
        List<String> done = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return done;
        }
        try (DirectoryStream<Path> journals = Files.newDirectoryStream(root, "*" + UndoSession.JOURNAL_SUFFIX)) {
            for (Path journal : journals) {
                recoverOne(root, journal, done);
            }
        }
        return done;
    }

    private static void recoverOne(Path root, Path journal, List<String> done) {
        try {
            FileUndoJournal.Content content = FileUndoJournal.read(journal);
            if (!content.owner().isAlive()) {
                done.addAll(undo(root, journal, content));
            }
        } catch (IOException | IllegalArgumentException e) {
            done.add("%s cannot be read and is left alone: %s".formatted(journal, e.getMessage()));
        }
    }

    /** Undoes one journal and deletes it, unless something is left: then it stays for the next attempt. */
    static List<String> undo(Path root, Path journal, FileUndoJournal.Content content) throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> problems = new UndoExecutor(new OwnedTrees(root)).undo(content.open());
        content.open().forEach(action -> lines.add("undone: " + action));
        problems.forEach(problem -> lines.add("could not be undone: " + problem));
        if (problems.isEmpty()) {
            Files.deleteIfExists(journal);
        }
        return lines;
    }
}
