package io.lifeboat.fault.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnedTreesTests {

    @TempDir
    private Path directory;

    private Path root;
    private Path outside;
    private Path precious;
    private OwnedTrees trees;

    @BeforeEach
    void makeDirectories() throws IOException {
        root = Files.createDirectory(directory.resolve("root"));
        outside = Files.createDirectory(directory.resolve("outside"));
        precious = Files.writeString(outside.resolve("precious"), "x");
        trees = new OwnedTrees(root);
    }

    @Test
    void deletesAWholeTree() throws IOException {
        Path tree = root.resolve("a");
        Files.createDirectories(tree.resolve("b/c d"));
        Files.writeString(tree.resolve("b/c d/file"), "x");
        trees.delete(tree);
        assertThat(tree).doesNotExist();
        trees.delete(tree);
    }

    @Test
    void refusesWhatIsNotBelowTheRoot() {
        for (Path path : new Path[] {
            outside, root, directory, Path.of("/"), root.resolve(".."), root.resolve("../outside"), root.resolve("a/..")
        }) {
            assertThatThrownBy(() -> trees.delete(path))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("left alone");
        }
        assertThat(precious).exists();
    }

    @Test
    void aDirectoryWithASimilarNameIsNotBelowTheRoot() throws IOException {
        Path sibling = Files.createDirectory(directory.resolve("root2"));
        assertThatThrownBy(() -> trees.delete(sibling)).isInstanceOf(IOException.class);
        assertThat(sibling).exists();
    }

    @Test
    void deletesLinksAndNotWhatTheyPointTo() throws IOException {
        Path tree = Files.createDirectory(root.resolve("a"));
        Files.createSymbolicLink(tree.resolve("link"), outside);
        Files.createSymbolicLink(tree.resolve("file"), precious);
        trees.delete(tree);
        assertThat(tree).doesNotExist();
        assertThat(precious).exists();
    }

    @Test
    void aTreeThatBecameALinkLosesTheLinkOnly() throws IOException {
        Path link = Files.createSymbolicLink(root.resolve("a"), outside);
        trees.delete(link);
        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThat(precious).exists();
    }

    @Test
    void neverGoesThroughALink() throws IOException {
        Files.createDirectory(outside.resolve("deep"));
        Files.createSymbolicLink(root.resolve("a"), outside);
        assertThatThrownBy(() -> trees.delete(root.resolve("a/deep")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leads out");
        assertThat(outside.resolve("deep")).exists();
    }
}
