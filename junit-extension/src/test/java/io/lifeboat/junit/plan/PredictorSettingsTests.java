package io.lifeboat.junit.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
        assertThat(read(Map.of("lifeboat.adapt", shelf.toString())).adapt().map(AdaptPlan::shelf))
                .contains(shelf);
    }

    private Optional<Path> history(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("lifeboat.adapt", folder.toString());
        return read(all).adapt().orElseThrow().history();
    }

    @Test
    void modelsAreTrainedAnewFromTheHistoryOfTheRunsUnlessToldOtherwise() {
        assertThat(history(Map.of())).contains(Path.of("target/lifeboat/history"));
        assertThat(history(Map.of("lifeboat.history", "elsewhere"))).contains(Path.of("elsewhere"));
        assertThat(history(Map.of("lifeboat.history", "off"))).isEmpty();
        assertThat(history(Map.of("lifeboat.adapt.history", folder.toString()))).contains(folder);
        assertThat(history(Map.of("lifeboat.adapt.history", "off"))).isEmpty();
    }

    @Test
    void aHistoryToTrainFromThatIsNotThereIsRefused() {
        Path missing = folder.resolve("missing");
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> history(Map.of("lifeboat.adapt.history", missing.toString())))
                .withMessageContaining("lifeboat.adapt.history = \"" + missing + "\" is no directory");
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
