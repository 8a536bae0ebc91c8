package io.lifeboat.engine.history.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a file writes times: {@code epoch-seconds}, {@code epoch-millis}, {@code iso} with an offset, or a pattern of
 * {@link DateTimeFormatter} with English names.
 */
final class TimeFormat {

    static final TimeFormat EPOCH_SECONDS = of("epoch-seconds", ZoneOffset.UTC, Optional.empty());
    static final TimeFormat DATE = of("uuuu-MM-dd", ZoneOffset.UTC, Optional.empty());

    private final String name;
    private final Function<String, Instant> parser;

    private TimeFormat(String name, Function<String, Instant> parser) {
        this.name = name;
        this.parser = parser;
    }

    /**
     * A format.
     *
     * @param zone of times that say none
     * @param year of patterns without one
     * @throws BadValueException if it is no format
     */
    static TimeFormat of(String format, ZoneId zone, Optional<Year> year) {
        return switch (format) {
            case "epoch-seconds" -> new TimeFormat(format, text -> epoch(text, 9));
            case "epoch-millis" -> new TimeFormat(format, text -> epoch(text, 6));
            case "iso" ->
                new TimeFormat(format, text -> OffsetDateTime.parse(text).toInstant());
            default -> {
                DateTimeFormatter pattern = pattern(format, year).withZone(zone);
                // Logs fill up the day of a month with a space.
                yield new TimeFormat(format, text -> pattern.parse(text.replaceAll("\\s+", " "), Instant::from));
            }
        };
    }

    private static DateTimeFormatter pattern(String format, Optional<Year> year) {
        try {
            DateTimeFormatterBuilder builder =
                    new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(format);
            if (format.matches("[^HhKkn]*")) {
                builder.parseDefaulting(ChronoField.HOUR_OF_DAY, 0);
            }
            year.ifPresent(value -> builder.parseDefaulting(ChronoField.YEAR, value.getValue()));
            return builder.toFormatter(Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            throw new BadValueException(
                    "time.format = \"%s\" is no format (%s). Maybe use epoch-seconds, epoch-millis, iso or a pattern such as uuuu-MM-dd HH:mm:ss."
                            .formatted(format, e.getMessage()));
        }
    }

    private static Instant epoch(String text, int shift) {
        BigDecimal nanos = new BigDecimal(text).movePointRight(shift).setScale(0, RoundingMode.HALF_EVEN);
        BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000L));
        return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
    }

    /**
     * Reads a time.
     *
     * @param column what it is the value of, for the message
     * @throws BadValueException if it is none
     */
    Instant parse(String column, String text) {
        try {
            return parser.apply(text);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new BadValueException("%s is \"%s\", but must be a time like %s (%s). Maybe set another time.format."
                    .formatted(column, text, name, e.getMessage()));
        }
    }
}
