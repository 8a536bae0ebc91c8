package io.lifeboat.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import io.lifeboat.engine.evaluate.task.EvaluationTask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTests {

    private static final EvaluationTask COUNT = new EvaluationTask() {
        @Override
        public String name() {
            return "count";
        }

        @Override
        public String usage() {
            return "count --json out.json";
        }

        @Override
        public void run(EvaluateOptions options) throws IOException {
            Files.writeString(options.json(), Long.toString(options.seed()));
        }
    };

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) throws IOException {
        return new Evaluate(List.of(COUNT)).run(List.of(arguments), new PrintStream(out), new PrintStream(err));
    }

    @Test
    void runsTheTaskNamedFirst() throws IOException {
        Path json = folder.resolve("out.json");

        assertThat(run("count", "--json", json.toString(), "--seed", "4", "--predictions", "p.csv"))
                .isZero();
        assertThat(json).hasContent("4");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("out.json");
    }

    @Test
    void wrongUseEndsWithTwoAndSaysWhy() throws IOException {
        assertThat(run("cuont")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("no task 'cuont'")
                .contains("Maybe one of count");
        assertThat(run("count", "--seed", "x", "--json", "y")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("count --json out.json");
    }

    @Test
    void theShippedTasksHaveDifferentNamesAndTellHowTheyAreUsed() {
        assertThat(EvaluationTasks.ALL)
                .extracting(EvaluationTask::name)
                .doesNotHaveDuplicates()
                .contains("disk", "rul");
        assertThat(EvaluationTasks.ALL)
                .allSatisfy(task -> assertThat(task.usage()).startsWith(task.name()));
    }
}
