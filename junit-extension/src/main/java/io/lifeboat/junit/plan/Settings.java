package io.lifeboat.junit.plan;

import io.lifeboat.junit.EngineMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Settings of a run: JUnit configuration parameters, which are also system properties.
 *
 * @param seed {@code lifeboat.seed}: seed of the run; random if not given
 * @param engine {@code lifeboat.engine}: overrides what the annotations say
 * @param reports {@code lifeboat.reports}: directory of the reports, by default {@code target/lifeboat}
 * @param keepFiles {@code lifeboat.keepFiles}: whether logs and data of the processes are kept beside the report
 * @param history {@code lifeboat.history…}: where telemetry is kept for training
 * @param predictor {@code lifeboat.predictor}, {@code lifeboat.models}, {@code lifeboat.manufacturer}, {@code lifeboat.adapt}, {@code lifeboat.adapt.history}: what predicts failures
 */
public record Settings(
        long seed,
        Optional<EngineMode> engine,
        Path reports,
        boolean keepFiles,
        HistorySettings history,
        PredictorSettings predictor) {

    public static final String SEED = "lifeboat.seed";
    public static final String ENGINE = "lifeboat.engine";
    public static final String REPORTS = "lifeboat.reports";
    public static final String KEEP_FILES = "lifeboat.keepFiles";

    /** Reads the settings; {@code random} gives the seed if none is set. */
    public static Settings read(ExtensionContext context, RandomGenerator random) {
        Function<String, Optional<String>> get = context::getConfigurationParameter;
        return new Settings(
                get.apply(SEED).map(Settings::seed).orElseGet(() -> random.nextLong(1, 1L << 48)),
                get.apply(ENGINE).map(Settings::mode),
                Path.of(get.apply(REPORTS).orElse("target/lifeboat")),
                get.apply(KEEP_FILES).map(Boolean::parseBoolean).orElse(false),
                HistorySettings.read(get),
                PredictorSettings.read(get));
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new PlanException(
                    "%s = \"%s\" is not a whole number.%nMaybe copy the seed from the report's replay command."
                            .formatted(SEED, text));
        }
    }

    private static EngineMode mode(String text) {
        try {
            return EngineMode.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new PlanException("%s = \"%s\" is no engine mode.%s"
                    .formatted(
                            ENGINE,
                            text,
                            Suggestion.maybe(
                                    text,
                                    Arrays.stream(EngineMode.values())
                                            .map(value -> value.name().toLowerCase(Locale.ROOT))
                                            .toList())));
        }
    }

    /** The seed of one test: differs between tests, the same in each run with the same seed. */
    public long seedOf(String uniqueId) {
        long mixed = seed;
        for (int i = 0; i < uniqueId.length(); i++) {
            mixed = 0x100000001b3L * (mixed ^ uniqueId.charAt(i));
        }
        return mixed >>> 1;
    }
}
