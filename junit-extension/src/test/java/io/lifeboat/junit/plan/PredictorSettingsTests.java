package io.lifeboat.junit.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictorSettingsTests {

    @TempDir
    Path folder;

    private static PredictorSettings read(Map<String, String> settings) {
        return PredictorSettings.read(name -> Optional.ofNullable(settings.get(name)));
    }

    @Test
    void modelsAreLearnedAndStayAsTheyAreUnlessToldOtherwise() {
        assertThat(read(Map.of()).learned()).isTrue();
        assertThat(read(Map.of()).adapt()).isEmpty();
    }

    @Test
    void aDirectoryForWhatIsLearnedNeedNotExistYet() {
        Path shelf = folder.resolve("new");
        assertThat(read(Map.of("lifeboat.adapt", shelf.toString())).adapt()).contains(shelf);
    }

    @Test
    void aFileIsNoDirectoryForWhatIsLearned() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> read(Map.of("lifeboat.adapt", file.toString())))
                .withMessageContaining("lifeboat.adapt = \"" + file + "\" is no directory");
    }

    @Test
    void modelsThatCannotBeReadAreRefusedBeforeAnythingStarts(@TempDir Path empty) {
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> read(Map.of("lifeboat.models", empty.toString())))
                .withMessageContaining("lifeboat.models")
                .withMessageContaining("no usable model");
    }
}
