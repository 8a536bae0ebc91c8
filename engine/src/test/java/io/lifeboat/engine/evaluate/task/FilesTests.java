package io.lifeboat.engine.evaluate.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTests {

    @TempDir
    Path folder;

    @Test
    void linesWrittenPlainOrZippedAreReadBack() throws IOException {
        for (String name : List.of("a.csv", "a.csv.gz")) {
            Path file = folder.resolve(name);
            LinesFile.write(file, out -> {
                out.line("id,heat");
                out.line("n1,3.5");
                out.line("n2,");
            });
            List<Double> heat = new ArrayList<>();

            new CsvFile(file).forEach(row -> heat.add(row.number("heat")));

            assertThat(heat).containsExactly(3.5, Double.NaN);
        }
        assertThat(Files.size(folder.resolve("a.csv.gz"))).isNotEqualTo(Files.size(folder.resolve("a.csv")));
    }

    @Test
    void badFilesAreRefusedWithLineAndReason() throws IOException {
        CsvFile file = new CsvFile(folder.resolve("bad.csv"));
        Files.writeString(file.path(), "id,heat\nn1,3\nn2\n");
        assertThatThrownBy(() -> file.forEach(row -> {}))
                .hasMessageContaining("line 3 has 1 fields")
                .hasMessageContaining("2");

        Files.writeString(file.path(), "id,heat\nn1,hot\n");
        assertThatThrownBy(() -> file.forEach(row -> row.number("heat"))).hasMessageContaining("line 2: heat is 'hot'");
        assertThatThrownBy(() -> file.forEach(row -> row.text("cold"))).hasMessageContaining("no column 'cold'");

        Files.writeString(file.path(), "");
        assertThatThrownBy(() -> file.forEach(row -> {})).hasMessageContaining("is empty");
    }

    @Test
    void aBodyThatFailsLeavesTheFileAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "before");
        assertThatThrownBy(() -> LinesFile.write(file, out -> {
                    out.line("half");
                    throw new IOException("no more");
                }))
                .hasMessage("no more");

        assertThat(file).hasContent("before");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aLinkIsWrittenThroughAndADeviceIsNotReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        LinesFile.write(link, out -> out.line("after"));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("after");

        Path nowhere = Path.of("/dev/null");
        assumeThat(nowhere).exists();
        LinesFile.write(nowhere, out -> out.line("gone"));
        assertThat(Files.isRegularFile(nowhere)).isFalse();
    }

    @Test
    void figuresAreJsonInTheOrderTheyWerePut() {
        JsonFigures figures = new JsonFigures()
                .put("b", 0.25)
                .put("a", 3)
                .put("none", Double.NaN)
                .put("text", "say \"hi\"\n");

        assertThat(figures)
                .hasToString(
                        "{\n  \"b\": 0.250000,\n  \"a\": 3,\n  \"none\": null,\n  \"text\": \"say \\\"hi\\\"\\u000a\"\n}\n");
    }
}
