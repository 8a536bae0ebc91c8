package io.lifeboat.engine.train;

import io.lifeboat.engine.history.HistoryException;
import io.lifeboat.engine.manufacturer.ManufacturerDataException;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.prediction.learned.LearnedModels;
import io.lifeboat.engine.prediction.learned.ModelTraining;
import io.lifeboat.engine.prediction.learned.TrainingSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The command {@code train --history DIR --out DIR [--horizon 30s] [--manufacturer FILE] [--classifiers NAME…]
 * [--seed N] [--threads N]}: trains the
 * models of all components from the runs of a history, the earlier ones for learning, the later ones for calibration.
 * Production data, which comes less often than twice a second, is learned from at its own pace, see docs/history.md.
 * The same history, seed and options give the same bytes.
 */
public final class Train {

    private static final int USAGE_ERROR = 2;

    private Train() {}

    /** Exits with 0 when models were written, with 2 when arguments or history break a rule. */
    public static void main(String[] arguments) throws IOException {
        int status = run(Arrays.asList(arguments), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        if (arguments.isEmpty() || arguments.contains("--help")) {
            out.println(TrainOptions.USAGE);
            return arguments.isEmpty() ? USAGE_ERROR : 0;
        }
        try {
            TrainOptions options = TrainOptions.parse(arguments);
            LearnedModels models = train(options, out);
            models.problems().forEach(err::println);
            if (models.components().isEmpty()) {
                err.println("No model was trained. Maybe record runs in which something fails.");
                return USAGE_ERROR;
            }
            models.save(options.out());
            out.printf("Wrote models of %s to %s%n", models.components(), options.out());
            return 0;
        } catch (IllegalArgumentException | HistoryException | ManufacturerDataException e) {
            err.println(e.getMessage());
            return USAGE_ERROR;
        } catch (FileSystemException e) {
            err.println("%s could not be read or written (%s). Maybe see who may, and whether it is there."
                    .formatted(e.getFile(), e.getReason() == null ? e.getClass().getSimpleName() : e.getReason()));
            return USAGE_ERROR;
        }
    }

    private static LearnedModels train(TrainOptions options, PrintStream out) throws IOException {
        HistoryRuns.Lessons lessons =
                HistoryRuns.labelled(options.history(), options.settings().horizon());
        TrainingSettings settings = options.settings().withCadence(lessons.cadence());
        requireLongEnough(settings);
        if (settings.cadence().isLive()) {
            out.printf("%d complete runs in %s%n", lessons.runs().size(), options.history());
        } else {
            out.printf(
                    "telemetry each %s in %s, cut into %d parts%n",
                    settings.cadence().step(), options.history(), lessons.runs().size());
        }
        return new ModelTraining(settings, TrendSettings.defaults(), options.priors(), out::println)
                .train(lessons.runs());
    }

    private static void requireLongEnough(TrainingSettings settings) {
        Duration least = settings.cadence().step().multipliedBy(2);
        if (!settings.cadence().isLive() && settings.horizon().compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "--horizon is %s, but telemetry comes each %s only: it must be at least twice that. Maybe write 1h or 30d."
                            .formatted(settings.horizon(), settings.cadence().step()));
        }
    }
}
