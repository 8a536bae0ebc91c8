package io.lifeboat.engine.train;

import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import io.lifeboat.engine.manufacturer.ManufacturerData;
import io.lifeboat.engine.model.classify.Classifiers;
import io.lifeboat.engine.prediction.PriorHazards;
import io.lifeboat.engine.prediction.learned.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The command line of {@link Train}.
 *
 * @param priors what is known of the devices in the runs
 */
record TrainOptions(Path history, Path out, TrainingSettings settings, PriorHazards priors) {

    static final String USAGE = """
            train --history DIR --out DIR [--horizon 30s] [--manufacturer FILE]
                  [--classifiers NAME...] [--seed 1] [--threads 1]

              --history      a history store: one directory a run, see docs/history.md
              --out          where to write cpu.model, memory.model, disk.model and network.model
              --horizon      how far ahead the models look, such as 30s, 10m, 1h or 30d
              --manufacturer tells the devices of the nodes in the runs, so that others can be compared with them
              --classifiers  trainers by name; "gradient boosting" and "random forest" by default
              --seed         of everything random
              --threads      the models do not depend on it
            """;

    private static final Set<String> KNOWN =
            Set.of("history", "out", "horizon", "manufacturer", "classifiers", "seed", "threads");

    static TrainOptions parse(List<String> arguments) throws IOException {
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
        Path out = Path.of(options.text("out"));
        requireDirectory(out);
        return new TrainOptions(Path.of(options.text("history")), out, settings, priors(options));
    }

    private static PriorHazards priors(EvaluateOptions options) throws IOException {
        if (!options.values().containsKey("manufacturer")) {
            return PriorHazards.NONE;
        }
        try {
            return ManufacturerData.load(Path.of(options.text("manufacturer"))).priors();
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("--manufacturer names " + e.getMessage(), e);
        }
    }

    /** Hours of training must not end in front of a place where nothing can be written. */
    private static void requireDirectory(Path out) {
        Path there = out.toAbsolutePath();
        while (Files.notExists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            throw new IllegalArgumentException(
                    "--out is %s, but %s is no directory that can be written to. Maybe give another one."
                            .formatted(out, there));
        }
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
