package io.lifeboat.fault.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.fault.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoSessionTests {

    @TempDir
    private Path directory;

    @Test
    void closingLeavesNothingAndMayBeRepeated() throws IOException {
        Path root = directory.resolve("root");
        UndoSession session = UndoSession.open(root);
        Path file = Files.writeString(session.newDirectory("x").resolve("file"), "x");
        assertThat(file).startsWith(session.runDirectory());
        assertThat(session.runDirectory()).startsWith(root);
        assertThat(session.newDirectory("x")).isNotEqualTo(session.newDirectory("x"));
        session.close();
        session.close();
        assertThat(root).doesNotExist();
    }

    @Test
    void closingUndoesWhatNobodyTookBackAndOnlyThat() throws IOException {
        Path control = Files.writeString(directory.resolve("control"), "faulty");
        Path other = Files.writeString(directory.resolve("other"), "new");
        UndoSession session = UndoSession.open(directory.resolve("root"));
        session.register(new UndoAction.Restore(control, "original"));
        session.register(new UndoAction.Restore(other, "old")).done();
        session.close();
        assertThat(control).hasContent("original");
        assertThat(other).hasContent("new");
    }

    @Test
    void aSecondSessionDoesNotDisturbTheFirst() throws IOException {
        Path root = directory.resolve("root");
        try (UndoSession first = UndoSession.open(root)) {
            Path kept = first.newDirectory("x");
            try (UndoSession second = UndoSession.open(root)) {
                assertThat(second.marker().value()).isNotEqualTo(first.marker().value());
            }
            assertThat(kept).exists();
        }
        assertThat(root).doesNotExist();
    }

    @Test
    void whatCannotBeUndoneIsToldAndStaysInTheJournal() throws IOException {
        Path root = directory.resolve("root");
        Path foreign = Files.createDirectory(directory.resolve("foreign"));
        UndoSession session = UndoSession.open(root);
        session.register(new UndoAction.RemoveCgroup(foreign));
        assertThatThrownBy(session::close)
                .isInstanceOf(FaultException.class)
                .hasMessageContaining(foreign.toString())
                .hasMessageContaining("Maybe run the command \"recover\"");
        assertThat(foreign).exists();
        assertThat(root).isDirectoryContaining("glob:**.undo");
    }
}
