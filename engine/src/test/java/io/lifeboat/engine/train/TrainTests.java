package io.lifeboat.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainTests {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private int run(String... arguments) throws IOException {
        PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);
        return Train.run(List.of(arguments), stream, stream);
    }

    @Test
    void anOptionThatDoesNotExistIsRefusedWithThoseThatDo(@TempDir Path out) throws IOException {
        assertThat(run("--historie", "here", "--out", out.toString())).isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains(
                        "--historie is no option", "[classifiers, history, horizon, manufacturer, out, seed, threads]");
    }

    @Test
    void aHorizonThatIsNoDurationIsRefused(@TempDir Path out) throws IOException {
        assertThat(run("--history", "here", "--out", out.toString(), "--horizon", "soon"))
                .isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("--horizon is 'soon'", "Maybe write 30s");
    }

    @Test
    void aHistoryThatIsNotThereIsRefused(@TempDir Path out) throws IOException {
        Path missing = out.resolve("missing");
        assertThat(run("--history", missing.toString(), "--out", out.toString()))
                .isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains(missing + "\" is no directory");
    }

    @Test
    void tooFewRunsAreRefused(@TempDir Path history) throws IOException {
        assertThat(run("--history", history.toString(), "--out", history.toString()))
                .isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("0 runs cannot be cut into slices");
    }

    @Test
    void whatIsOnlyNeededAfterwardsIsRefusedBeforehand(@TempDir Path folder) throws IOException {
        String history = Files.createDirectory(folder.resolve("history")).toString();
        String file = Files.writeString(folder.resolve("file"), "hello").toString();
        String missing = folder.resolve("missing.ini").toString();

        assertThat(run("--history", history, "--out", file)).isEqualTo(2);
        assertThat(run("--history", history, "--out", file + "/models")).isEqualTo(2);
        assertThat(run("--history", history, "--out", history, "--manufacturer", missing))
                .isEqualTo(2);
        assertThat(run("--history", history, file, "--out", history)).isEqualTo(2);

        assertThat(told.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("--out is", "Maybe"),
                        line -> assertThat(line).contains("--out is", "no directory that can be written to"),
                        line -> assertThat(line).contains("--manufacturer names", "missing.ini", "Maybe"),
                        line -> assertThat(line).contains("--history has the values", "Maybe"));
    }
}
