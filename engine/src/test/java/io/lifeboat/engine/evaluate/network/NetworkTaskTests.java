package io.lifeboat.engine.evaluate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTaskTests {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aLinkThatFailsNowAndThen() throws IOException {
        file = folder.resolve("link.csv");
        SplittableRandom random = new SplittableRandom(9);
        StringBuilder text = new StringBuilder("Timestamp,Type,ID,BER,OSNR,InputPower,OutputPower,Failure\n");
        boolean failed = false;
        for (int i = 0; i < 3000; i++) {
            failed = i > 1000 && (failed ? random.nextInt(4) != 0 : random.nextInt(25) == 0);
            double noise = failed ? 12 + random.nextDouble() : 20 + 3 * random.nextDouble();
            text.append(1_000_000 + 4L * i)
                    .append(",Devices,RX,")
                    .append(failed && i % 3 == 0 ? 0 : Math.pow(10, -noise / 3))
                    .append(',')
                    .append(noise)
                    .append(",,,")
                    .append(failed ? "1" : "")
                    .append('\n')
                    .append(1_000_001 + 4L * i)
                    .append(",Infrastructure,Ampli1,,,-20,0.7,\n");
        }
        Files.writeString(file, text);
    }

    private EvaluateOptions options() {
        return EvaluateOptions.parse(List.of(
                "--train", file.toString(),
                "--test", file.toString(),
                "--predictions", folder.resolve("out.csv").toString(),
                "--json", folder.resolve("out.json").toString()));
    }

    @Test
    void failuresInTheSecondHalfAreFoundWithAModelOfTheFirst() throws IOException {
        new NetworkTask().run(options());

        Matcher f1 = Pattern.compile("\"F1\": ([0-9.]+)").matcher(Files.readString(folder.resolve("out.json")));
        assertThat(f1.find()).isTrue();
        assertThat(Double.parseDouble(f1.group(1))).isGreaterThan(0.95);
        assertThat(Files.readAllLines(folder.resolve("out.csv"))).hasSizeBetween(900, 1100);
    }

    @Test
    void featuresOfAStepDoNotDependOnLaterOnes() throws IOException {
        List<LinkStep> steps = LinkFile.read(file);

        float[][] all = LinkFeatures.of(steps);
        float[][] some = LinkFeatures.of(steps.subList(0, 1500));

        assertThat(Arrays.deepEquals(Arrays.copyOf(all, 1500), some)).isTrue();
    }

    @Test
    void aFileWithoutReceiversIsRefused() throws IOException {
        Files.writeString(
                file,
                "Timestamp,Type,ID,BER,OSNR,InputPower,OutputPower,Failure\n1,Infrastructure,Ampli1,,,-20,0.7,\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkTask().run(options()))
                .withMessageContaining("Devices");
    }

    @Test
    void aFileWithoutFailuresIsRefused() throws IOException {
        Files.writeString(file, Files.readString(file).replace(",,,1\n", ",,,\n"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkTask().run(options()))
                .withMessageContaining("no failure");
    }
}
