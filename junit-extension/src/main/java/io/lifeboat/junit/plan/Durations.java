package io.lifeboat.junit.plan;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations as people write them: {@code 3s}, {@code 250ms}, {@code 1.5s}, {@code 2m}, {@code 1h}, {@code PT3S}. */
public final class Durations {

    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s?(ns|us|ms|s|m|h)");

    private Durations() {}

    /**
     * Reads a duration of at least zero and at most a day.
     *
     * @param attribute what the text is the value of, for the message
     * @throws PlanException if the text is no such duration
     */
    public static Duration parse(String attribute, String text) {
        Duration duration = read(attribute, text.strip());
        if (duration.isNegative() || duration.compareTo(Duration.ofDays(1)) > 0) {
            throw new PlanException("%s = \"%s\" must be at least 0 and at most 24h.".formatted(attribute, text));
        }
        return duration;
    }

    /** As {@link #parse}, and more than zero. */
    public static Duration parsePositive(String attribute, String text) {
        Duration duration = parse(attribute, text);
        if (duration.isZero()) {
            throw new PlanException(
                    "%s = \"%s\" must be longer than 0.%nMaybe write \"5s\".".formatted(attribute, text));
        }
        return duration;
    }

    private static Duration read(String attribute, String text) {
        Matcher matcher = FORM.matcher(text);
        try {
            if (matcher.matches()) {
                BigDecimal nanos =
                        new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(nanosOf(matcher.group(2))));
                return Duration.ofNanos(nanos.longValueExact());
            }
            return Duration.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw new PlanException("%s = \"%s\" is not a duration.%nMaybe write \"3s\", \"250ms\" or \"2m\"."
                    .formatted(attribute, text));
        }
    }

    private static long nanosOf(String unit) {
        return switch (unit) {
            case "ns" -> 1L;
            case "us" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> throw new IllegalStateException(unit);
        };
    }

    /** Writes a duration for a reader: {@code 250 ms}, {@code 1.9 s}, {@code 2 m}. */
    public static String text(Duration duration) {
        double seconds = duration.toNanos() / 1e9;
        if (seconds < 1) {
            return "%.0f ms".formatted(seconds * 1000);
        }
        return seconds < 120 ? "%.1f s".formatted(seconds) : "%.0f m".formatted(seconds / 60);
    }
}
