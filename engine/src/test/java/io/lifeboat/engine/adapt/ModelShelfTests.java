package io.lifeboat.engine.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelShelfTests {

    @TempDir
    Path folder;

    private Path directory;
    private ModelShelf<LineModel> shelf;

    @BeforeEach
    void putUpAShelf() {
        directory = folder.resolve("shelf");
        shelf = new ModelShelf<>(directory, LineModel.STORAGE);
    }

    private void addAndPromote(double slope) throws IOException {
        shelf.promote(shelf.add(new LineModel(slope, 0)), shelf.current().version());
    }

    private void damage(int version) throws IOException {
        Path file = directory.resolve(version + "/model");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void anEmptyShelfHasNoneAndNoProblem() {
        assertThat(shelf.current()).isEqualTo(new Shelved<>(0, Optional.empty(), List.of()));
    }

    @Test
    void aModelIsInUseOnlyOncePromoted() throws IOException {
        assertThat(shelf.add(new LineModel(1, 0))).isEqualTo(1);
        assertThat(shelf.current().version()).isZero();

        shelf.promote(1, 0);
        assertThat(shelf.current()).isEqualTo(new Shelved<>(1, Optional.of(new LineModel(1, 0)), List.of()));
    }

    @Test
    void rollingBackGoesToThePreviousAndThenToNone() throws IOException {
        addAndPromote(1);
        addAndPromote(2);

        shelf.rollBack(2);
        assertThat(shelf.current().model()).contains(new LineModel(1, 0));

        shelf.rollBack(1);
        assertThat(shelf.current()).isEqualTo(new Shelved<>(0, Optional.empty(), List.of()));
    }

    @Test
    void numbersAreNotUsedAgain() throws IOException {
        addAndPromote(1);
        shelf.rollBack(1);

        assertThat(shelf.add(new LineModel(3, 0))).isEqualTo(2);
    }

    @Test
    void aBrokenCurrentModelFallsBackToThePreviousAndThenToNoneWithTheReasons() throws IOException {
        addAndPromote(1);
        addAndPromote(2);
        damage(2);

        assertThat(shelf.current().version()).isEqualTo(1);
        assertThat(shelf.current().problems()).singleElement().asString().contains("Version 2", "checksum");

        damage(1);
        assertThat(shelf.current().model()).isEmpty();
        assertThat(shelf.current().problems()).hasSize(2);
    }

    @Test
    void brokenPointersMeanNoneWithTheReasonAndAreMendedByTheNextPromotion() throws IOException {
        addAndPromote(1);
        Files.write(directory.resolve("pointers"), new byte[] {(byte) 0xff, 0, 1});

        assertThat(shelf.current().version()).isZero();
        assertThat(shelf.current().problems()).singleElement().asString().contains("pointers is broken", "Maybe");

        addAndPromote(2);
        assertThat(shelf.current()).isEqualTo(new Shelved<>(2, Optional.of(new LineModel(2, 0)), List.of()));
    }

    @Test
    void whatACrashLeftHalfWrittenIsNoVersion() throws IOException {
        Files.createDirectories(directory.resolve("1.partial"));
        Files.writeString(directory.resolve("1.partial/model"), "half");
        Files.writeString(directory.resolve("pointers.partial"), "current=");

        assertThat(shelf.versions()).isEmpty();
        addAndPromote(1);
        assertThat(shelf.current().version()).isEqualTo(1);
    }

    @Test
    void versionsThatNeverCameInUseDoNotPileUp() throws IOException {
        addAndPromote(1);
        addAndPromote(2);
        for (int i = 3; i < 20; i++) {
            shelf.add(new LineModel(i, 0));
        }

        assertThat(shelf.versions()).containsExactly(1, 2, 15, 16, 17, 18, 19);
        assertThat(shelf.current().version()).isEqualTo(2);
    }

    @Test
    void oldVersionsGoButNeverThoseInUse() throws IOException {
        addAndPromote(1);
        addAndPromote(2);
        for (int i = 3; i < 10; i++) {
            shelf.add(new LineModel(i, 0));
        }
        shelf.promote(9, 2);

        assertThat(shelf.versions()).containsExactly(2, 5, 6, 7, 8, 9);
    }

    @Test
    void anUnknownVersionIsNotPromoted() throws IOException {
        addAndPromote(1);

        assertThatThrownBy(() -> shelf.promote(7, 1)).hasMessageContaining("no version 7");
        assertThat(shelf.current().version()).isEqualTo(1);
    }

    @Test
    void versionsThatWereNeverPutInUseDoNotPileUpAndThoseInUseStay() throws IOException {
        addAndPromote(1);
        addAndPromote(2);
        for (int i = 0; i < 20; i++) {
            shelf.add(new LineModel(3, i));
        }

        assertThat(shelf.versions()).containsExactly(1, 2, 18, 19, 20, 21, 22);
        assertThat(shelf.current().version()).isEqualTo(2);
    }
}
