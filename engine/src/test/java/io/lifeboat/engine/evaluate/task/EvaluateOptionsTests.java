package io.lifeboat.engine.evaluate.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateOptionsTests {

    @TempDir
    Path folder;

    @Test
    void readsFilesNumbersAndDefaults() throws IOException {
        String file = Files.writeString(folder.resolve("a.csv"), "x").toString();
        EvaluateOptions options =
                EvaluateOptions.parse(List.of("--train", file, file, "--seed", "9", "--json", "out.json"));

        assertThat(options.train()).hasSize(2);
        assertThat(options.seed()).isEqualTo(9);
        assertThat(options.threads()).isEqualTo(1);
        assertThat(options.truth()).isEmpty();
        assertThat(options.json()).hasFileName("out.json");
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine() {
        assertThatThrownBy(() -> EvaluateOptions.parse(List.of("disk.csv")))
                .hasMessageContaining("'disk.csv' belongs to no option");
        assertThatThrownBy(() -> EvaluateOptions.parse(List.of("--seed"))).hasMessageContaining("--seed has no value");
        assertThatThrownBy(() -> EvaluateOptions.parse(List.of("--seed", "1", "--seed", "2")))
                .hasMessageContaining("twice");
        EvaluateOptions options =
                EvaluateOptions.parse(List.of("--seed", "few", "--train", "/no/such.csv", "--sed", "1"));
        assertThatThrownBy(options::seed).hasMessageContaining("'few'");
        assertThatThrownBy(options::train).hasMessageContaining("/no/such.csv, which cannot be read");
        assertThatThrownBy(options::test).hasMessageContaining("--test is required");
        assertThatThrownBy(() -> options.allowOnly(Set.of("truth")))
                .hasMessageContaining("--sed")
                .hasMessageContaining("truth");
    }

    @Test
    void outputsMayGoToADevice() {
        assumeThat(Path.of("/dev/null")).exists();
        EvaluateOptions options = EvaluateOptions.parse(List.of("--predictions", "/dev/null", "--json", "/dev/null"));

        assertThatCode(options::requireOutputs).doesNotThrowAnyException();
    }

    @Test
    void anOptionOfOneValueTakesNoMore() {
        EvaluateOptions options = EvaluateOptions.parse(List.of("--json", "a", "b", "--seed", "1", "2"));

        assertThatThrownBy(options::json).hasMessageContaining("--json has the values [a, b], but takes one. Maybe");
        assertThatThrownBy(options::seed).hasMessageContaining("--seed has the values [1, 2]");
    }
}
