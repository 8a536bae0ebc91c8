package io.lifeboat.report.html;

import io.lifeboat.report.AlertResult;
import io.lifeboat.report.journal.JournalEntry.RemainingLife;
import io.lifeboat.report.text.Texts;
import java.time.Duration;

/** How long a failing component was expected to work on, in words. */
final class LifeText {

    /** "At least 0 s" would sound like a promise. */
    private static final long WORTH_SAYING_MICROS = 100_000;

    private LifeText() {}

    /** Such as "; about 12.0 s left, at least 7.0 s (90 %)" or "; about 3.0 s left, none promised"; nothing if the journal does not tell. */
    static String after(AlertResult alert) {
        RemainingLife life =
                alert.grounds().map(grounds -> grounds.remainingLife()).orElse(null);
        return life == null
                ? ""
                : "; about %s left, %s"
                        .formatted(Texts.duration(Duration.ofNanos(1000 * life.expectedMicros())), promise(life));
    }

    private static String promise(RemainingLife life) {
        if (life.lowerBoundMicros() < WORTH_SAYING_MICROS) {
            return "none promised";
        }
        return "at least %s (90 %%%s)"
                .formatted(
                        Texts.duration(promised(life.lowerBoundMicros())), life.guaranteed() ? "" : ", not guaranteed");
    }

    /** Cut off where the text would round: no more is said than was promised. */
    private static Duration promised(long micros) {
        long unit = micros >= 120_000_000 ? 60_000_000 : micros >= 1_000_000 ? 100_000 : 1_000;
        return Duration.ofNanos(1000 * (micros - micros % unit));
    }
}
