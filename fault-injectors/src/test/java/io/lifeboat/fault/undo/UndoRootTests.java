package io.lifeboat.fault.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.fault.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoRootTests {

    @TempDir
    private Path directory;

    @Test
    void makesAPrivateDirectoryAndTakesItAgain() throws IOException {
        Path root = directory.resolve("a/root");
        UndoRoot.prepare(root);
        UndoRoot.prepare(root);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("rwx------");
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void refusesALinkSomebodyPutThere() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path root = Files.createSymbolicLink(directory.resolve("root"), elsewhere);
        assertThatThrownBy(() -> UndoSession.open(root))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining(root.toString())
                .hasMessageContaining("Maybe set the system property lifeboat.tmp");
        assertThatThrownBy(() -> StaleSessions.recover(root)).isInstanceOf(IOException.class);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void refusesAFile() throws IOException {
        Path root = Files.writeString(directory.resolve("root"), "x");
        assertThatThrownBy(() -> UndoRoot.prepare(root)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesADirectoryThatEverybodyCanWriteInto() throws IOException {
        Path root = Files.createDirectory(directory.resolve("root"));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> UndoRoot.prepare(root))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("everybody");
    }

    @Test
    void refusesADirectoryOfSomebodyElse() throws IOException {
        assertThatThrownBy(() -> UndoRoot.check(foreignDirectory()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("belongs to");
    }

    /** Root can give one away, and to everybody else the root directory is one. */
    private Path foreignDirectory() throws IOException {
        if (!Files.isWritable(Path.of("/"))) {
            return Path.of("/");
        }
        Path foreign = Files.createDirectory(directory.resolve("foreign"));
        return Files.setOwner(
                foreign, foreign.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("65534"));
    }
}
