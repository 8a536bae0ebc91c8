package io.lifeboat.junit.expect;

import io.lifeboat.report.text.Texts;
import java.time.Duration;
import java.util.Optional;

/** Words for limits on durations. */
final class Limits {

    private Limits() {}

    static String within(Duration limit) {
        return "within " + Texts.duration(limit);
    }

    /** Whether it is there and short enough. */
    static boolean holds(Optional<Duration> observed, Duration limit) {
        return observed.filter(value -> value.compareTo(limit) <= 0).isPresent();
    }
}
