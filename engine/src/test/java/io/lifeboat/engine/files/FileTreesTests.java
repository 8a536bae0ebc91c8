package io.lifeboat.engine.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreesTests {

    @TempDir
    Path directory;

    @Test
    void aDirectoryGoesWithAllThatIsInItAndNothingElse() throws IOException {
        Path tree = directory.resolve("tree");
        Files.createDirectories(tree.resolve("a/b"));
        Files.writeString(tree.resolve("a/b/file"), "in it");
        Path beside = Files.writeString(directory.resolve("beside"), "not in it");

        FileTrees.delete(tree);

        assertThat(tree).doesNotExist();
        assertThat(beside).exists();
    }

    @Test
    void aLinkGoesAndWhatItPointsToStays() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path kept = Files.writeString(elsewhere.resolve("kept"), "");
        Path tree = Files.createDirectory(directory.resolve("tree"));
        Files.createSymbolicLink(tree.resolve("link"), elsewhere);
        Path dangling = Files.createSymbolicLink(directory.resolve("dangling"), directory.resolve("nowhere"));

        FileTrees.delete(tree);
        FileTrees.delete(dangling);

        assertThat(kept).exists();
        assertThat(Files.isSymbolicLink(dangling)).isFalse();
    }

    @Test
    void whatIsNotThereIsDeletedAlready() throws IOException {
        FileTrees.delete(directory.resolve("nothing"));

        assertThat(directory).isEmptyDirectory();
    }
}
