package io.lifeboat.engine.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.model.classify.ClassifierTrainer;
import io.lifeboat.engine.model.classify.Classifiers;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTests {

    /** Looks for the trainers, then uses this one, in a JVM that finds no native code. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) throws IOException {
            Classifiers.load().forEach(trainer -> System.out.println("found " + trainer.name()));
            ClassifierTrainer trainer = Classifiers.named(LightGbmTrainer.NAME);
            for (int i = 0; i < 2; i++) {
                try {
                    trainer.read(new DataInputStream(new ByteArrayInputStream(new byte[0])));
                } catch (IllegalStateException e) {
                    System.out.println(e.getMessage());
                }
            }
        }
    }

    @Test
    void withoutTheNativeLibraryTheOthersAreFoundAndThisOneSaysWhatToDo(@TempDir Path empty) throws Exception {
        ProcessBuilder child = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName());
        child.environment().put("LIGHTGBM_NATIVE_LIB_PATH", empty.toString());

        Process process = child.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).contains("found gradient boosting", "found lightgbm", "found random forest");
        assertThat(said.lines().filter(line -> line.contains("Maybe leave lifeboat-engine-lightgbm out")))
                .as(said)
                .hasSize(2);
        assertThat(process.waitFor()).isZero();
    }
}
