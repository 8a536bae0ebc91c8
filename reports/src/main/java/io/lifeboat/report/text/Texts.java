package io.lifeboat.report.text;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Figures as readers expect them, independent of the machine's locale. */
public final class Texts {

    /** What stands where there is no data. */
    public static final String MISSING = "no data";

    private Texts() {}

    /** {@code < 1 ms}, {@code 41 ms}, {@code 1.9 s}, {@code 2 min}: for steps of an experiment. */
    public static String duration(Duration duration) {
        if (duration.isZero()) {
            return "0 s";
        }
        return duration.abs().compareTo(Duration.ofMillis(1)) < 0 ? "< 1 ms" : latency(duration);
    }

    /** As {@link #duration(Duration)}, but {@code 0.34 ms} where fractions of a millisecond matter: for latencies. */
    public static String latency(Duration duration) {
        double micros = duration.toNanos() / 1e3;
        double size = Math.abs(micros);
        if (size < 1_000) {
            return (size < 10 ? format("%.3f", micros / 1e3) : format("%.2f", micros / 1e3)) + " ms";
        }
        if (size < 10_000) {
            return format("%.1f ms", micros / 1e3);
        }
        if (size < 999_500) {
            return format("%.0f ms", micros / 1e3);
        }
        return size < 120e6 ? format("%.1f s", micros / 1e6) : format("%.0f min", micros / 60e6);
    }

    public static String duration(Optional<Duration> duration) {
        return duration.map(Texts::duration).orElse(MISSING);
    }

    /** A share of 0 to 1 in per cent, with as many digits as small shares need. */
    public static String percent(double share) {
        double percent = share * 100;
        if (percent == 0 || percent >= 10) {
            return format("%.0f %%", percent);
        }
        return percent < 0.1 ? format("%.3f %%", percent) : format("%.1f %%", percent);
    }

    public static String percent(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : MISSING;
    }

    /** A rate per second. */
    public static String rate(OptionalDouble perSecond) {
        return perSecond.isPresent() ? format("%.1f/s", perSecond.getAsDouble()) : MISSING;
    }

    /** {@code 4 600}, with a no-break space. */
    public static String count(long number) {
        return format("%,d", number).replace(',', '\u00a0');
    }

    /** {@code CPU_THROTTLE} as {@code CPU throttle}. */
    public static String words(String constant) {
        String words = constant.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.startsWith("cpu") ? "CPU" + words.substring(3) : capital(words);
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
