package io.lifeboat.engine.manufacturer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * A device in a node.
 *
 * @param model of which kind it is
 * @param since the day it went into use; empty when nobody knows
 */
record Device(DeviceModel model, Optional<LocalDate> since) {

    private static final Duration YEAR = Duration.ofDays(365).plusHours(6);

    /** The chance that it fails within the horizon; of unknown age without regard to ageing. */
    double within(Instant at, Duration horizon) {
        return age(at).map(age -> model.probabilityWithin(age, horizon))
                .orElseGet(() -> model.rate().probabilityWithin(horizon.toMillis() / 86_400_000.0));
    }

    /** Failures a year, averaged over the year to come. */
    double perYear(Instant at) {
        return -Math.log1p(-Math.min(1 - 1e-9, within(at, YEAR)));
    }

    String words(Instant at) {
        String age = model.life().isEmpty() || since.isEmpty()
                ? ""
                : age(at).map(known -> String.format(Locale.ROOT, " at an age of %.1f years", years(known)))
                        .orElse("");
        return String.format(
                Locale.ROOT,
                "%s of model %s fail %.1f %% a year%s",
                plural(),
                model.name(),
                100 * within(at, YEAR),
                age);
    }

    private String plural() {
        return switch (model.component()) {
            case CPU -> "processors";
            case MEMORY -> "memory modules";
            case DISK -> "disks";
            case NETWORK -> "network cards";
        };
    }

    /** A device that is put into use only later is new. */
    private Optional<Duration> age(Instant at) {
        return since.map(
                        day -> Duration.between(day.atStartOfDay(ZoneOffset.UTC).toInstant(), at))
                .map(age -> age.isNegative() ? Duration.ZERO : age);
    }

    private static double years(Duration age) {
        return age.toMillis() / (double) YEAR.toMillis();
    }
}
