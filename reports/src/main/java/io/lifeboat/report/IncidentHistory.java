package io.lifeboat.report;

import io.lifeboat.report.journal.JournalEntry;
import io.lifeboat.report.journal.JournalEntry.IncidentClosed;
import io.lifeboat.report.journal.JournalEntry.IncidentOpened;
import java.util.List;
import java.util.Optional;

/** The incidents of a journal. */
final class IncidentHistory {

    private IncidentHistory() {}

    static List<IncidentResult> of(List<JournalEntry> entries) {
        return entries.stream()
                .filter(IncidentOpened.class::isInstance)
                .map(IncidentOpened.class::cast)
                .map(opened -> incident(opened, entries))
                .toList();
    }

    private static IncidentResult incident(IncidentOpened opened, List<JournalEntry> entries) {
        Optional<IncidentClosed> closed = entries.stream()
                .filter(IncidentClosed.class::isInstance)
                .map(IncidentClosed.class::cast)
                .filter(entry -> entry.incident().equals(opened.incident()))
                .findFirst();
        return new IncidentResult(
                opened.incident(),
                Micros.duration(opened.at()),
                closed.map(entry -> Micros.duration(entry.at())),
                opened.cause(),
                closed.map(IncidentClosed::nodes).orElse(opened.nodes()));
    }
}
