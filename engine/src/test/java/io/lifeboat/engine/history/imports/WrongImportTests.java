package io.lifeboat.engine.history.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.engine.history.HistoryException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongImportTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"smart", "memory"})
    void whatCannotBeUnpackedIsRefusedAndNothingIsImported(String kind) throws IOException {
        assertThat(ImportRun.of(folder, kind)
                        .with("--input", "plain.csv.gz", "hello\n")
                        .refused())
                .contains("plain.csv.gz is named .gz, but cannot be unpacked", "Maybe it is plain text");

        Path cut = folder.resolve("cut.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(cut))) {
            out.write("hello\n".repeat(100).getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> new SourceFile(cut).forEachLine((number, line) -> {}))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("cut.csv.gz is cut off");
    }

    @Test
    void anOptionThatThisKindDoesNotReadIsRefused() {
        assertThat(ImportRun.of(folder, "smart")
                        .with("--input", "a.csv", "")
                        .with("--mapping", "m.txt", "")
                        .refused())
                .contains("--mapping is no option here", "Maybe use one of [history, id, input]");
    }

    @Test
    void whatIsGivenTwiceIsNotLeftToChance() {
        assertThat(ImportRun.of(folder, "smart")
                        .with("--input", "a.csv", "")
                        .with("--input", "b.csv", "")
                        .refused())
                .contains("--input is given twice", "Maybe list all its values once");
        ImportOptions options = ImportOptions.parse(List.of("--id", "my", "run"));
        assertThatThrownBy(() -> options.text("id")).hasMessageContaining("--id has the values [my, run]");
    }
}
