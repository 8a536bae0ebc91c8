package io.lifeboat.engine.train;

import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import io.lifeboat.engine.model.classify.Classifiers;
import io.lifeboat.engine.prediction.learned.TrainingSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The command line of {@link Train}. */
record TrainOptions(Path history, Path out, TrainingSettings settings) {

    static final String USAGE = """
            train --history DIR --out DIR [--horizon 30s] [--classifiers NAME...] [--seed 1] [--threads 1]

              --history      a history store: one directory a run, see docs/history.md
              --out          where to write cpu.model, memory.model, disk.model and network.model
              --horizon      how far ahead the models look, such as 30s, 10m, 1h or 30d
              --classifiers  trainers by name; "gradient boosting" and "random forest" by default
              --seed         of everything random
              --threads      the models do not depend on it
            """;

    private static final Set<String> KNOWN = Set.of("history", "out", "horizon", "classifiers", "seed", "threads");

    static TrainOptions parse(List<String> arguments) {
        EvaluateOptions options = EvaluateOptions.parse(arguments);
        options.values().keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "--" + name + " is no option of train. Maybe one of " + new TreeSet<>(KNOWN) + ".");
                });
        TrainingSettings settings = TrainingSettings.of(horizon(options.text("horizon", "30s")), options.seed())
                .withThreads(options.threads());
        List<String> classifiers = options.values().get("classifiers");
        if (classifiers != null) {
            classifiers.forEach(Classifiers::named);
            settings = settings.withClassifiers(classifiers);
        }
        return new TrainOptions(path(options, "history"), path(options, "out"), settings);
    }

    private static Path path(EvaluateOptions options, String name) {
        List<String> given = options.values().get(name);
        if (given == null) {
            throw new IllegalArgumentException("--" + name + " is required. Maybe see --help.");
        }
        return Path.of(given.get(0));
    }

    private static Duration horizon(String text) {
        try {
            String form = text.toUpperCase(Locale.ROOT);
            Duration horizon = Duration.parse(form.endsWith("D") ? "P" + form : "PT" + form);
            if (!horizon.isNegative() && !horizon.isZero()) {
                return horizon;
            }
        } catch (DateTimeParseException e) {
            // Told below, together with what is not positive.
        }
        throw new IllegalArgumentException(
                "--horizon is '" + text + "', but must be a positive duration. Maybe write 30s, 10m, 1h or 30d.");
    }
}
