package io.lifeboat.report.html;

import io.lifeboat.report.AlertResult;
import io.lifeboat.report.journal.JournalEntry.RemainingLife;
import java.util.Locale;

/** How long a failing component was expected to work on, in words. */
final class LifeText {

    private LifeText() {}

    /** Such as "; about 12 s left, at least 7 s (90 %)"; nothing if the journal does not tell. */
    static String after(AlertResult alert) {
        RemainingLife life = alert.grounds().map(grounds -> grounds.remainingLife()).orElse(null);
        return life == null
                ? ""
                : "; about %s left, at least %s (90 %%%s)"
                        .formatted(
                                seconds(life.expectedMicros()),
                                seconds(life.lowerBoundMicros()),
                                life.guaranteed() ? "" : ", not guaranteed");
    }

    private static String seconds(long micros) {
        double seconds = micros / 1e6;
        return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
    }
}
