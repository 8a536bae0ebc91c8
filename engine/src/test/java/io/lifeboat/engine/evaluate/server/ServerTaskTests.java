package io.lifeboat.engine.evaluate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTaskTests {

    @TempDir
    Path folder;

    @BeforeEach
    void aServerWithOneFault() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        Files.write(folder.resolve("train.csv"), rows(random, 600, -1));
        Files.write(folder.resolve("test.csv"), rows(random, 300, 200));
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            labels.add(i >= 200 && i < 210 ? "1" : "0");
        }
        Files.write(folder.resolve("labels.csv"), labels);
        Files.writeString(folder.resolve("truth.txt"), "200-209:3\n");
    }

    private static List<String> rows(SplittableRandom random, int count, int fault) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double load = 50 + 20 * Math.sin(i / 20.0) + random.nextGaussian();
            double third = fault >= 0 && i >= fault && i < fault + 10 ? 5 : load / 2 + random.nextGaussian();
            rows.add(String.format(
                    Locale.ROOT, "%f,%f,%f,%f", load, 100 - load + random.nextGaussian(), third, random.nextDouble()));
        }
        return rows;
    }

    private EvaluateOptions options(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--train", folder.resolve("train.csv").toString(),
                "--test", folder.resolve("test.csv").toString(),
                "--predictions", folder.resolve("out.csv").toString(),
                "--json", folder.resolve("out.json").toString()));
        arguments.addAll(List.of(more));
        return EvaluateOptions.parse(arguments);
    }

    @Test
    void theFaultIsFoundAndTheRightMetricIsBlamed() throws IOException {
        new ServerTask()
                .run(options(
                        "--labels", folder.resolve("labels.csv").toString(),
                        "--truth", folder.resolve("truth.txt").toString()));

        assertThat(Files.readString(folder.resolve("out.json")))
                .contains("\"mean segment recall at 1 % FPR\": 1.000000")
                .contains("\"guilty metric in top 3, highest row of segment\": 1.000000");
        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines).hasSize(301);
        assertThat(lines.get(206)).matches("205,[0-9.]+,1,3 .*,test\\.csv");
    }

    @Test
    void filesThatDoNotMatchInNumberAreRefused() {
        String test = folder.resolve("test.csv").toString();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerTask().run(options("--labels", test, test)))
                .withMessageContaining("--labels has 2 files");
    }

    @Test
    void aHeaderLineIsRefused() throws IOException {
        Files.writeString(folder.resolve("test.csv"), "cpu,disk\n1,2\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerTask().run(options()))
                .withMessageContaining("'cpu' must be a number");
    }

    @Test
    void aTruthLineOfAnotherShapeIsRefused() throws IOException {
        Files.writeString(folder.resolve("truth.txt"), "200..209 3\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerTask()
                        .run(options("--truth", folder.resolve("truth.txt").toString())))
                .withMessageContaining("200..209 3");
    }
}
