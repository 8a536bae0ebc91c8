package io.lifeboat.engine.prediction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Durations in the unit that suits them. */
final class DurationText {

    private static final BigDecimal TENTHS_BELOW = BigDecimal.TEN;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private DurationText() {}

    /**
     * Such as {@code 7.0 s}, {@code 45 s}, {@code 12 min}, {@code 5 h} or {@code 30 days}: at least two of a unit, except for seconds,
     * which have tenths below ten.
     *
     * @param duration not negative
     * @param rounding {@link RoundingMode#FLOOR} for what is promised at least, {@link RoundingMode#CEILING} for what it takes at most
     */
    static String of(Duration duration, RoundingMode rounding) {
        long whole = duration.toSeconds();
        BigDecimal seconds = BigDecimal.valueOf(whole).add(BigDecimal.valueOf(duration.getNano(), 9));
        if (whole < 2 * MINUTE) {
            return seconds.setScale(seconds.compareTo(TENTHS_BELOW) < 0 ? 1 : 0, rounding)
                            .toPlainString() + " s";
        }
        return whole < 2 * HOUR
                ? in(MINUTE, seconds, rounding) + " min"
                : whole < 2 * DAY ? in(HOUR, seconds, rounding) + " h" : in(DAY, seconds, rounding) + " days";
    }

    private static String in(long unit, BigDecimal seconds, RoundingMode rounding) {
        return seconds.divide(BigDecimal.valueOf(unit), 0, rounding).toPlainString();
    }
}
