package io.lifeboat.engine.evaluate.nab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NabTaskTests {

    @TempDir
    Path folder;

    private Path series;
    private Path labels;

    @BeforeEach
    void aSeriesWithOneBreak() throws IOException {
        series = Files.createDirectory(folder.resolve("own")).resolve("cpu.csv");
        StringBuilder text = new StringBuilder("timestamp,value\n");
        SplittableRandom random = new SplittableRandom(1);
        LocalDateTime at = LocalDateTime.parse("2026-01-01T00:00:00");
        for (int i = 0; i < 1000; i++) {
            double value = i >= 700 && i < 710 ? 90 : 20 + random.nextGaussian();
            text.append(at.plusMinutes(5L * i).toString().replace('T', ' '))
                    .append(":00,")
                    .append(value)
                    .append('\n');
        }
        Files.writeString(series, text);
        labels = folder.resolve("combined_windows.json");
        Files.writeString(labels, """
                {"own/quiet.csv": [], "own/cpu.csv": [["2026-01-03 09:40:00.000000", "2026-01-03 13:50:00.000000"]]}
                """);
    }

    private String run(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--test", series.toString(),
                "--predictions", folder.resolve("out.csv").toString(),
                "--json", folder.resolve("out.json").toString()));
        arguments.addAll(List.of(more));
        new NabTask().run(EvaluateOptions.parse(arguments));
        return Files.readString(folder.resolve("out.json"));
    }

    @Test
    void theBreakIsFoundWithAThresholdFromLabelledTrainingData() throws IOException {
        String json = run("--train", series.toString(), "--labels", labels.toString());

        assertThat(json).contains("\"threshold_from\": \"training files\"").contains("\"windows\": 1");
        List<String> alarms = Files.readAllLines(folder.resolve("out.csv")).stream()
                .filter(line -> line.endsWith(",1"))
                .toList();
        assertThat(alarms).isNotEmpty().allMatch(line -> line.startsWith("own/cpu.csv,2026-01-03 1"));
    }

    @Test
    void everyValueGetsALine() throws IOException {
        run("--threshold", "4");

        assertThat(Files.readAllLines(folder.resolve("out.csv")))
                .hasSize(1001)
                .first()
                .isEqualTo("file,timestamp,anomaly_score,alarm");
    }

    @Test
    void noThresholdIsTakenFromNowhere() {
        assertThatIllegalArgumentException().isThrownBy(() -> run()).withMessageContaining("Maybe add --threshold");
    }

    @Test
    void trainingWithoutLabelsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run("--train", series.toString()))
                .withMessageContaining("--labels");
    }

    @Test
    void aFileThatTheLabelsDoNotNameIsRefused() throws IOException {
        Files.writeString(labels, "{\"own/quiet.csv\": []}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> run("--threshold", "4", "--labels", labels.toString()))
                .withMessageContaining("own/cpu.csv");
    }

    @Test
    void anUnknownDetectorIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run("--detector", "oracle"))
                .withMessageContaining("oracle");
    }
}
