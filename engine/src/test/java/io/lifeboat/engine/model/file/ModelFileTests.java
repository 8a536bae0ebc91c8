package io.lifeboat.engine.model.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.engine.model.calibration.PlattScaling;
import io.lifeboat.engine.model.file.ModelFileException.Reason;
import io.lifeboat.engine.model.tree.BoostingSettings;
import io.lifeboat.engine.model.tree.GradientBoosting;
import io.lifeboat.engine.model.tree.Objective;
import io.lifeboat.engine.model.tree.TrainingSet;
import io.lifeboat.engine.model.tree.TreeEnsemble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTests {

    private static final List<String> FEATURES = List.of("heat", "errors");
    private static final TrainingWindow WINDOW =
            new TrainingWindow(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));

    @TempDir
    Path folder;

    private Path file;
    private TreeEnsemble ensemble;

    @BeforeEach
    void saveAModel() throws IOException {
        float[][] columns = {{1, 2, 3, 4}, {0, 0, 1, 1}};
        TrainingSet set = TrainingSet.unweighted(FEATURES, columns, new float[] {0, 0, 5, 5});
        ensemble = GradientBoosting.train(
                set, BoostingSettings.of(Objective.SQUARED_ERROR, 1).withShares(1, 1));
        file = folder.resolve("disk.model");
        ModelFile.of("trees/disk", FEATURES, WINDOW, new PlattScaling(0.5, -1), ensemble::write)
                .save(file);
    }

    @Test
    void everythingComesBack() throws IOException {
        ModelFile read = ModelFile.load(file);

        assertThat(read.window()).isEqualTo(WINDOW);
        assertThat(read.calibration()).isEqualTo(new PlattScaling(0.5, -1));
        TreeEnsemble model = read.model("trees/disk", FEATURES, TreeEnsemble::read);
        assertThat(model.predict(new float[] {4, 1})).isEqualTo(ensemble.predict(new float[] {4, 1}));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void equalModelsGiveEqualBytes() throws IOException {
        Path again = folder.resolve("again.model");
        ModelFile.load(file).save(again);

        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void everySingleChangedByteIsNoticed() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i += 7) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            Files.write(file, changed);

            assertThatThrownBy(() -> ModelFile.load(file)).isInstanceOf(ModelFileException.class);
        }
    }

    @Test
    void everyCutIsNoticed() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 11) {
            Files.write(file, Arrays.copyOf(bytes, length));

            assertThatThrownBy(() -> ModelFile.load(file))
                    .isInstanceOfSatisfying(
                            ModelFileException.class,
                            e -> assertThat(Set.of(Reason.FOREIGN, Reason.BROKEN))
                                    .contains(e.reason()));
        }
    }

    @Test
    void aForeignFileIsNamedAsSuch() throws IOException {
        Files.writeString(file, "unit_number,RUL");

        refused(Reason.FOREIGN, "no model file");
    }

    @Test
    void olderAndNewerFormatsAreRefusedWithWhatToDo() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = 0;
        Files.write(file, bytes);
        refused(Reason.OUTDATED, "train it again");

        bytes[7] = 9;
        Files.write(file, bytes);
        refused(Reason.TOO_NEW, "update the engine");
    }

    @Test
    void anotherKindOrOtherFeaturesAreRefused() throws IOException {
        ModelFile read = ModelFile.load(file);

        assertThatThrownBy(() -> read.model("trees/cpu", FEATURES, TreeEnsemble::read))
                .isInstanceOfSatisfying(
                        ModelFileException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MISMATCH))
                .hasMessageContaining("'trees/disk'");
        assertThatThrownBy(() -> read.model("trees/disk", List.of("heat"), TreeEnsemble::read))
                .hasMessageContaining("[heat, errors]");
    }

    @Test
    void aPayloadThatIsNoModelIsRefusedEvenWithTheRightChecksum() throws IOException {
        ModelFile.of("trees/disk", FEATURES, WINDOW, new PlattScaling(1, 0), out -> out.writeInt(7))
                .save(file);
        ModelFile read = ModelFile.load(file);

        assertThatThrownBy(() -> read.model("trees/disk", FEATURES, TreeEnsemble::read))
                .isInstanceOfSatisfying(
                        ModelFileException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BROKEN));
    }

    private void refused(Reason reason, String message) {
        assertThatThrownBy(() -> ModelFile.load(file))
                .isInstanceOfSatisfying(
                        ModelFileException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(message);
    }
}
