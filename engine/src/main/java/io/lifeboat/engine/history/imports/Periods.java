package io.lifeboat.engine.history.imports;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 10s}, {@code 5m}, {@code 1h}, {@code 1d}. */
final class Periods {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s?(ms|s|m|h|d)");

    private Periods() {}

    /**
     * Reads one that is longer than zero.
     *
     * @throws BadValueException if it is not
     */
    static Duration parse(String name, String text) {
        Matcher matcher = FORM.matcher(text);
        Duration period = matcher.matches() ? of(Long.parseLong(matcher.group(1)), matcher.group(2)) : Duration.ZERO;
        if (period.isZero()) {
            throw new BadValueException("%s = \"%s\" is no length of time above zero. Maybe write 10s, 5m, 1h or 1d."
                    .formatted(name, text));
        }
        return period;
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
