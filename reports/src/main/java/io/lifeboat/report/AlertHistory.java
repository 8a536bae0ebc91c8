package io.lifeboat.report;

import io.lifeboat.report.journal.JournalEntry;
import java.util.List;
import java.util.Optional;

/** The alerts of a journal. */
final class AlertHistory {

    private AlertHistory() {}

    static List<AlertResult> of(List<JournalEntry> entries) {
        return entries.stream()
                .filter(JournalEntry.AlertRaised.class::isInstance)
                .map(JournalEntry.AlertRaised.class::cast)
                .map(alert -> new AlertResult(
                        Micros.duration(alert.at()),
                        alert.node(),
                        alert.component(),
                        alert.tier(),
                        alert.probability(),
                        alert.threshold(),
                        Micros.duration(alert.horizonMicros()),
                        alert.reasons(),
                        Optional.ofNullable(alert.grounds())))
                .toList();
    }
}
