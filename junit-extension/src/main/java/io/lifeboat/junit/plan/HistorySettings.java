package io.lifeboat.junit.plan;

import io.lifeboat.engine.history.HistoryLimits;
import io.lifeboat.engine.history.HistoryStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the telemetry of tests is kept for training.
 *
 * @param directory {@code lifeboat.history}: by default {@code target/lifeboat/history}; empty for {@code off}
 * @param limits {@code lifeboat.history.maxSize} and {@code lifeboat.history.maxAge}: the oldest runs beyond them are
 *     removed; by default {@code 512MiB} and {@code 90d}
 * @param simulated {@code lifeboat.history.simulated}: whether runs in virtual time are kept as well
 */
public record HistorySettings(Optional<Path> directory, HistoryLimits limits, boolean simulated) {

    public static final String HISTORY = "lifeboat.history";
    public static final String MAX_SIZE = "lifeboat.history.maxSize";
    public static final String MAX_AGE = "lifeboat.history.maxAge";
    public static final String SIMULATED = "lifeboat.history.simulated";

    private static final Pattern DAYS = Pattern.compile("(\\d{1,6})\\s?d");

    static HistorySettings read(Function<String, Optional<String>> get) {
        String directory = get.apply(HISTORY).orElse("target/lifeboat/history").strip();
        return new HistorySettings(
                directory.equals("off") ? Optional.empty() : Optional.of(directory(directory)),
                new HistoryLimits(
                        get.apply(MAX_SIZE).map(HistorySettings::size).orElse(HistoryLimits.DEFAULT.maxBytes()),
                        get.apply(MAX_AGE).map(HistorySettings::age).orElse(HistoryLimits.DEFAULT.maxAge())),
                get.apply(SIMULATED).map(Boolean::parseBoolean).orElse(false));
    }

    private static Path directory(String text) {
        if (text.isEmpty()) {
            throw new PlanException(
                    "%s is empty.%nMaybe write \"off\", or the name of a directory.".formatted(HISTORY));
        }
        return Path.of(text);
    }

    private static long size(String text) {
        long bytes = ByteSizes.parse(MAX_SIZE, text);
        if (bytes == 0) {
            throw new PlanException(
                    "%s = \"%s\" must be more than 0.%nMaybe set %s=off instead.".formatted(MAX_SIZE, text, HISTORY));
        }
        return bytes;
    }

    private static Duration age(String text) {
        Matcher days = DAYS.matcher(text.strip());
        if (!days.matches()) {
            return Durations.parsePositive(MAX_AGE, text);
        }
        Duration age = Duration.ofDays(Long.parseLong(days.group(1)));
        if (age.isZero()) {
            throw new PlanException(
                    "%s = \"%s\" must be more than 0.%nMaybe set %s=off instead.".formatted(MAX_AGE, text, HISTORY));
        }
        return age;
    }

    /**
     * The store for runs of this kind; empty if they are not to be kept.
     *
     * @param clock gives the time of recording
     */
    public Optional<HistoryStore> store(boolean simulatedRuns, InstantSource clock) {
        return simulatedRuns && !simulated
                ? Optional.empty()
                : directory.map(path -> HistoryStore.open(path, limits, clock));
    }
}
