package io.lifeboat.engine.evaluate;

import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import io.lifeboat.engine.evaluate.task.EvaluationTask;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The command {@code evaluate TASK --train F… --test F… [--labels F] [--truth F] --predictions out.csv --json out.json}.
 */
public final class Evaluate {

    private static final int USAGE_ERROR = 2;

    private final List<EvaluationTask> tasks;

    Evaluate(List<EvaluationTask> tasks) {
        this.tasks = List.copyOf(tasks);
    }

    /** Exits with 0 when the figures were written, with 2 when the arguments or the data break a rule. */
    public static void main(String[] arguments) throws IOException {
        int status = new Evaluate(EvaluationTasks.ALL).run(Arrays.asList(arguments), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        if (arguments.isEmpty() || arguments.contains("--help")) {
            out.println(usage());
            return arguments.isEmpty() ? USAGE_ERROR : 0;
        }
        try {
            EvaluationTask task = task(arguments.get(0));
            EvaluateOptions options = EvaluateOptions.parse(arguments.subList(1, arguments.size()));
            options.requireOutputs();
            task.run(options);
            out.println("Wrote " + options.predictions() + " and " + options.json());
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return USAGE_ERROR;
        } catch (FileSystemException e) {
            err.println("%s could not be read or written (%s). Maybe see who may, and whether it is there."
                    .formatted(e.getFile(), e.getReason() == null ? e.getClass().getSimpleName() : e.getReason()));
            return USAGE_ERROR;
        }
    }

    private EvaluationTask task(String name) {
        Optional<EvaluationTask> task =
                tasks.stream().filter(t -> t.name().equals(name)).findFirst();
        return task.orElseThrow(() -> new IllegalArgumentException("There is no task '" + name + "'. Maybe one of "
                + tasks.stream().map(EvaluationTask::name).collect(Collectors.joining(", ")) + "."));
    }

    private String usage() {
        return tasks.stream().map(EvaluationTask::usage).collect(Collectors.joining(System.lineSeparator()));
    }
}
