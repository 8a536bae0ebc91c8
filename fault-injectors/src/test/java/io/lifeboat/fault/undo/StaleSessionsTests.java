package io.lifeboat.fault.undo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleSessionsTests {

    private static final ProcessIdentity DEAD = new ProcessIdentity(Integer.MAX_VALUE, 1);

    @TempDir
    private Path directory;

    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = UndoRoot.prepare(directory.resolve("root"));
    }

    private Path journal(String name, ProcessIdentity owner, UndoAction... actions) throws IOException {
        Path file = root.resolve(name + ".undo");
        FileUndoJournal journal = FileUndoJournal.create(file, owner);
        for (UndoAction action : actions) {
            journal.register(action);
        }
        journal.close();
        return file;
    }

    @Test
    void undoesTheJournalsOfTheDeadAndNoOthers() throws IOException {
        Path dead = Files.createDirectory(root.resolve("dead"));
        Path living = Files.createDirectory(root.resolve("living"));
        journal("a", DEAD, new UndoAction.DeleteTree(dead));
        Path kept = journal("b", ProcessIdentity.of(ProcessHandle.current().pid()), new UndoAction.DeleteTree(living));
        StaleSessions.Outcome outcome = StaleSessions.recover(root);
        assertThat(outcome.lines()).containsExactly("undone: " + new UndoAction.DeleteTree(dead));
        assertThat(root).isDirectoryNotContaining("glob:**a.undo");
        assertThat(dead).doesNotExist();
        assertThat(living).exists();
        assertThat(kept).exists();
    }

    @Test
    void anIdUsedAgainIsNotTheOwner() throws IOException {
        ProcessIdentity now = ProcessIdentity.of(ProcessHandle.current().pid());
        Path journal = journal("a", new ProcessIdentity(now.pid(), now.startTicks() - 1));
        StaleSessions.recover(root);
        assertThat(journal).doesNotExist();
    }

    @Test
    void aJournalThatHoldsNoPromiseYetGoesWithItsOwner() throws IOException {
        Path torn = Files.writeString(root.resolve("run-2147483647-ab.undo"), "owner 21");
        Path ours =
                Files.writeString(root.resolve("run-" + ProcessHandle.current().pid() + "-ab.undo"), "");
        StaleSessions.recover(root);
        assertThat(torn).doesNotExist();
        assertThat(ours).exists();
    }

    @Test
    void oneBrokenJournalDoesNotHideTheOthersAndStays() throws IOException {
        Path broken = Files.writeString(root.resolve("0.undo"), "nonsense\n");
        Path half = journal("1", DEAD, new UndoAction.DeleteTree(root.resolve("x")));
        Files.writeString(half, Files.readString(half) + "nonsense\n");
        Path tree = Files.createDirectory(root.resolve("x"));
        StaleSessions.Outcome outcome = StaleSessions.recover(root);
        assertThat(outcome.problems()).hasSize(2);
        assertThat(tree).doesNotExist();
        assertThat(broken).exists();
        assertThat(half).exists();
    }

    @Test
    void aMissingRootMeansNothingToDo() throws IOException {
        assertThat(StaleSessions.recover(directory.resolve("missing")).lines()).isEmpty();
    }
}
