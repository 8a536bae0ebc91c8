package io.lifeboat.engine.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTests {

    @TempDir
    Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void replacesWhatIsThereAndLeavesNoDraft() throws IOException {
        Path file = Files.writeString(folder.resolve("labels"), "old and longer");
        Files.writeString(folder.resolve("labels.partial"), "left behind by somebody who was killed");

        WholeFile.write(file, bytes("new"));

        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryNotContaining("glob:**.partial");
    }

    @Test
    void whatCannotBeWrittenLeavesTheOldFileAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("labels"), "old");
        Files.createDirectories(folder.resolve("labels.partial/in the way"));

        assertThatThrownBy(() -> WholeFile.write(file, bytes("new"))).isInstanceOf(IOException.class);
        assertThat(file).hasContent("old");
    }
}
