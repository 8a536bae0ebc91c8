package io.lifeboat.fault.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.fault.FaultException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileUndoJournalTests {

    private static final ProcessIdentity OWNER =
            ProcessIdentity.of(ProcessHandle.current().pid());
    private static final UndoAction FIRST = new UndoAction.KillMarked("LIFEBOAT_RUN", "1-ab");
    private static final UndoAction SECOND = new UndoAction.Continue(7, 11);

    @TempDir
    private Path directory;

    private Path file;
    private FileUndoJournal journal;

    @BeforeEach
    void createJournal() throws IOException {
        file = directory.resolve("run.undo");
        journal = FileUndoJournal.create(file, OWNER);
    }

    private JournalFile read() throws IOException {
        return JournalFile.read(file).orElseThrow();
    }

    static Stream<UndoAction> everyAction() {
        String hostile = "/tmp/a b\n+ 9 delete-tree %2F \r\t%+é\"'\\";
        return Stream.of(
                new UndoAction.KillMarked("NAME", "a=b c\nd%0A"),
                new UndoAction.Continue(Long.MAX_VALUE, 0),
                new UndoAction.Restore(Path.of(hostile), "100000 100000\n"),
                new UndoAction.Restore(Path.of("/x"), ""),
                new UndoAction.RemoveCgroup(Path.of(hostile)),
                new UndoAction.DeleteTree(Path.of(hostile)));
    }

    @ParameterizedTest
    @MethodSource("everyAction")
    void everyActionComesBackAsItWentIn(UndoAction action) throws IOException {
        journal.register(action);
        journal.register(SECOND);
        assertThat(read().open()).containsExactly(action, SECOND);
        assertThat(read().unreadable()).isEmpty();
        assertThat(read().owner()).isEqualTo(OWNER);
    }

    @Test
    void whatIsDoneIsNotUndone() throws IOException {
        UndoJournal.Entry first = journal.register(FIRST);
        journal.register(SECOND);
        first.done();
        first.done();
        assertThat(read().open()).containsExactly(SECOND);
        assertThat(journal.open()).containsExactly(SECOND);
    }

    @Test
    void aTornLastLineWasNeverPromised() throws IOException {
        journal.register(FIRST);
        journal.register(SECOND);
        String whole = Files.readString(file);
        for (int length = whole.length() - 1; whole.charAt(length - 1) != '\n'; length--) {
            Files.writeString(file, whole.substring(0, length));
            assertThat(read().open()).containsExactly(FIRST);
        }
    }

    @Test
    void aJournalTornInItsFirstLineIsEmpty() throws IOException {
        Files.writeString(file, "owner 12");
        assertThat(JournalFile.read(file)).isEmpty();
        Files.writeString(file, "");
        assertThat(JournalFile.read(file)).isEmpty();
    }

    @Test
    void linesWithoutSenseDoNotHideTheOthers() throws IOException {
        journal.register(FIRST);
        Files.writeString(
                file, "+ 8\n\n+ 9 explode all\n+ 10 continue x y\n+ 11 restore a\n", StandardOpenOption.APPEND);
        assertThat(read().open()).containsExactly(FIRST);
        assertThat(read().unreadable()).hasSize(5);
    }

    @Test
    void refusesAFileThatIsNoJournal() throws IOException {
        Files.writeString(file, "hello\n");
        assertThatThrownBy(() -> JournalFile.read(file)).isInstanceOf(IOException.class);
    }

    @Test
    void neverWritesOverAnotherJournal() {
        assertThatThrownBy(() -> FileUndoJournal.create(file, OWNER)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void anInterruptedThreadDoesNotBreakIt() throws IOException {
        Thread.currentThread().interrupt();
        UndoJournal.Entry first = journal.register(FIRST);
        assertThat(Thread.interrupted()).isTrue();
        journal.register(SECOND);
        first.done();
        assertThat(read().open()).containsExactly(SECOND);
    }

    @Test
    void promisesNothingOnceDeleted() throws IOException {
        UndoJournal.Entry first = journal.register(FIRST);
        journal.delete();
        first.done();
        assertThat(file).doesNotExist();
        assertThatThrownBy(() -> journal.register(SECOND))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("Nothing was touched");
    }
}
