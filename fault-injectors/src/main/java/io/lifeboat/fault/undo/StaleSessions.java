package io.lifeboat.fault.undo;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sessions whose owner died together with its watchdog: the second line of defence undoes them at the next start. */
final class StaleSessions {

    private static final Pattern NAME = Pattern.compile("run-(\\d{1,18})-.*");

    private StaleSessions() {}

    /**
     * What became of one journal.
     *
     * @param done what was undone, a line each
     * @param problems what was not, a line each
     */
    record Outcome(List<String> done, List<String> problems) {

        /** All of it, for people. */
        List<String> lines() {
            List<String> lines = new ArrayList<>();
            done.forEach(line -> lines.add("undone: " + line));
            problems.forEach(line -> lines.add("could not be undone: " + line));
            return lines;
        }
    }

    /**
     * Undoes all of them.
     *
     * @throws IOException if the root is not ours: then its journals are not, either
     */
    static Outcome recover(Path root) throws IOException {
        Outcome all = new Outcome(new ArrayList<>(), new ArrayList<>());
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return all;
        }
        UndoRoot.check(root);
        try (DirectoryStream<Path> journals = Files.newDirectoryStream(root, "*" + UndoSession.JOURNAL_SUFFIX)) {
            for (Path journal : journals) {
                recoverOne(root, journal, all);
            }
        }
        return all;
    }

    private static void recoverOne(Path root, Path journal, Outcome all) {
        try {
            if (!Files.getOwner(journal, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(root))) {
                throw new IOException("%s belongs to somebody else".formatted(journal));
            }
            Optional<JournalFile> content = JournalFile.read(journal);
            if (content.isEmpty()) {
                removeStillborn(journal, all);
            } else if (!content.get().owner().isAlive()) {
                Outcome one = undo(root, journal, content.get());
                all.done().addAll(one.done());
                all.problems().addAll(one.problems());
            }
        } catch (NoSuchFileException e) {
            // Its watchdog was faster.
            return;
        } catch (IOException e) {
            all.problems().add("%s is left alone: %s".formatted(journal, e.getMessage()));
        }
    }

    /** The owner died before it had written its name; the file's name tells. */
    private static void removeStillborn(Path journal, Outcome all) throws IOException {
        Matcher name = NAME.matcher(journal.getFileName().toString());
        boolean dead = name.matches()
                && ProcessHandle.of(Long.parseLong(name.group(1)))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
        if (dead && Files.deleteIfExists(journal)) {
            all.done().add("empty journal " + journal);
        }
    }

    /** Undoes one journal and deletes it, unless something is left: then it stays for the next attempt. */
    static Outcome undo(Path root, Path journal, JournalFile content) throws IOException {
        List<String> problems = new UndoExecutor(new OwnedTrees(root)).undo(content.open());
        content.unreadable().forEach(line -> problems.add("line \"%s\" of %s".formatted(line, journal)));
        if (problems.isEmpty()) {
            Files.deleteIfExists(journal);
        }
        return new Outcome(content.open().stream().map(UndoAction::toString).toList(), problems);
    }
}
