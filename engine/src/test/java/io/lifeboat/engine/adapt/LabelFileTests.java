package io.lifeboat.engine.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelFileTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00.123456789Z");

    @TempDir
    Path folder;

    private Path path() {
        return folder.resolve("shelf/labels");
    }

    private LabelFile file() {
        return new LabelFile(path(), "opinions", 2);
    }

    private static Label<float[]> label(int number) {
        return new Label<>(
                "node-" + number, START.plusSeconds(number), new float[] {number, Float.NaN}, number % 3 == 0);
    }

    private static List<Label<float[]>> labels(int from, int to) {
        List<Label<float[]>> labels = new ArrayList<>();
        for (int i = from; i < to; i++) {
            labels.add(label(i));
        }
        return labels;
    }

    private LabelMemory memory(int most) {
        return new LabelMemory(most, file());
    }

    private static void remember(LabelMemory memory, int from, int to) {
        labels(from, to).forEach(memory::remember);
        memory.keep();
    }

    private static void assertKnown(LabelMemory memory, int from, int to) {
        assertThat(memory.known())
                .usingElementComparator((one, other) -> one.device().equals(other.device())
                                && one.at().equals(other.at())
                                && one.failed() == other.failed()
                                && Arrays.equals(one.sample(), other.sample())
                        ? 0
                        : 1)
                .containsExactlyElementsOf(labels(from, to));
    }

    @Test
    void aRestartKnowsTheLabelsToTheBit() {
        LabelMemory before = memory(100);
        assertThat(before.known()).isEmpty();
        remember(before, 0, 10);
        remember(before, 10, 12);

        assertKnown(memory(100), 0, 12);
        assertThat(before.takeProblem()).isEmpty();
    }

    @Test
    void aLabelThatIsCutOffIsLeftOutAndTheNextOnesFollowTheOthers() throws IOException {
        remember(memory(100), 0, 10);
        byte[] all = Files.readAllBytes(path());
        for (int cut = 1; cut < 30; cut++) {
            Files.write(path(), Arrays.copyOf(all, all.length - cut));
            LabelMemory after = memory(100);
            assertKnown(after, 0, 9);
            assertThat(after.takeProblem()).isEmpty();
            remember(after, 9, 11);
            assertKnown(memory(100), 0, 11);
        }
    }

    @Test
    void aFileThatIsBrokenAnywhereIsRefusedWithTheReasonAndStartedAnew() throws IOException {
        remember(memory(100), 0, 10);
        byte[] all = Files.readAllBytes(path());
        for (int at = 0; at < all.length - 60; at++) {
            byte[] broken = all.clone();
            broken[at] ^= 0x55;
            Files.write(path(), broken);
            LabelMemory after = memory(100);
            // A wrong length can look as if the end were cut off, of which nothing but what was before is left.
            if (after.takeProblem().isEmpty()) {
                assertKnown(after, 0, after.known().size());
                assertThat(after.known()).hasSizeLessThan(10);
            } else {
                assertThat(after.known()).isEmpty();
            }
        }
        all[all.length - 10] ^= 1;
        Files.write(path(), all);
        LabelMemory after = memory(100);
        assertThat(after.takeProblem()).get().asString().contains("are refused", "checksum", "gathered anew");
        assertThat(after.takeProblem()).isEmpty();
        remember(after, 20, 22);
        assertKnown(memory(100), 20, 22);
    }

    @Test
    void labelsOfOtherModelsOrAnotherVersionAreRefused() throws IOException {
        remember(memory(100), 0, 10);
        for (LabelFile foreign : List.of(new LabelFile(path(), "other", 2), new LabelFile(path(), "opinions", 3))) {
            assertThatThrownBy(() -> foreign.read(label -> {})).hasMessageContaining("of other models");
        }
        byte[] newer = Files.readAllBytes(path());
        newer[7] = 2;
        Files.write(path(), newer);
        assertThatThrownBy(() -> file().read(label -> {})).hasMessageContaining("version 2 where 1 is needed");
        Files.writeString(path(), "device,failed\nnode-1,true\n");
        assertThatThrownBy(() -> file().read(label -> {})).hasMessageContaining("no file of labels");
    }

    @Test
    void theFileDoesNotGrowForEver() throws IOException {
        LabelMemory memory = memory(10);
        remember(memory, 0, 10);
        long full = Files.size(path());
        for (int i = 10; i < 1_000; i++) {
            remember(memory, i, i + 1);
            assertThat(Files.size(path())).isLessThan(3 * full);
        }
        assertKnown(memory(10), 990, 1_000);
    }

    @Test
    void aDiskThatDoesNotTakeThemIsToldOnceAndLearningGoesOn() throws IOException {
        Files.writeString(folder.resolve("shelf"), "a file where the directory should be");
        LabelMemory memory = memory(10);
        remember(memory, 0, 1);
        assertThat(memory.takeProblem()).get().asString().contains("no longer kept on disk");
        remember(memory, 1, 2);
        assertThat(memory.takeProblem()).isEmpty();
        assertKnown(memory, 0, 2);
    }
}
