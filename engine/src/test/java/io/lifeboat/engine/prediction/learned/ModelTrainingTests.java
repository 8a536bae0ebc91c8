package io.lifeboat.engine.prediction.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.Guarantee;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTrainingTests {

    private static LearnedModels models;

    @BeforeAll
    static void train() {
        models = Fleet.train(48);
    }

    private static List<Prediction> last(LearnedModels models) {
        LearnedPredictor predictor = new LearnedPredictor(models);
        List<TelemetryFrame> frames = Fleet.frames(301).subList(0, 300);
        frames.forEach(predictor::observe);
        return predictor.predict(frames.get(299).at());
    }

    @Test
    void theSameRunsGiveTheSameBytesWhateverTheNumberOfThreads(@TempDir Path one, @TempDir Path two)
            throws IOException {
        models.save(one);
        Fleet.train(48, 2).save(two);
        for (String file : List.of("cpu.model", "disk.model")) {
            assertThat(one.resolve(file)).hasSameBinaryContentAs(two.resolve(file));
        }
    }

    @Test
    void whatIsReadPredictsAsWhatWasWritten(@TempDir Path directory) throws IOException {
        models.save(directory);
        assertThat(last(LearnedModels.load(directory))).isEqualTo(last(models));
    }

    @Test
    void aBrokenFileLeavesItsComponentToTheRulesAndSaysWhy(@TempDir Path directory) throws IOException {
        models.save(directory);
        byte[] bytes = Files.readAllBytes(directory.resolve("disk.model"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(directory.resolve("disk.model"), bytes);

        LearnedModels read = LearnedModels.load(directory);

        assertThat(read.components()).containsExactly(Component.CPU);
        assertThat(read.problems()).anySatisfy(problem -> assertThat(problem).contains("DISK", "checksum"));
    }

    @Test
    void aDirectoryWithoutAnyModelIsRefused(@TempDir Path directory) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> LearnedModels.load(directory))
                .withMessageContaining("there is no file")
                .withMessageContaining("Maybe train them first");
    }

    @Test
    void fewHealthyDevicesGiveNoGuarantee() {
        ComponentModel model = Objects.requireNonNull(models.of(Component.CPU));
        Merge merge = model.merge();
        assertThat(merge.guarantee().isGiven()).isTrue();
        Merge few = new Merge(
                merge.stack(),
                merge.calibration(),
                Arrays.copyOf(merge.healthyMaxima(), 18),
                merge.reliability(),
                merge.window());
        assertThat(few.guarantee()).isEqualTo(Guarantee.NONE);
    }

    @Test
    void tooFewRunsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fleet.train(4))
                .withMessageContaining("4 runs")
                .withMessageContaining("Maybe record at least 5");
    }
}
