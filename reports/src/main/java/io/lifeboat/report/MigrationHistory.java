package io.lifeboat.report;

import io.lifeboat.report.journal.JournalEntry;
import io.lifeboat.report.journal.JournalEntry.MigrationAdvanced;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The migrations of a journal, each put together from the entries about it. */
final class MigrationHistory {

    private MigrationHistory() {}

    static List<MigrationResult> of(List<JournalEntry> entries) {
        return entries.stream()
                .filter(JournalEntry.MigrationStarted.class::isInstance)
                .map(JournalEntry.MigrationStarted.class::cast)
                .map(started -> assemble(started, entries))
                .toList();
    }

    private static MigrationResult assemble(JournalEntry.MigrationStarted started, List<JournalEntry> entries) {
        List<MigrationAdvanced> steps = entries.stream()
                .filter(MigrationAdvanced.class::isInstance)
                .map(MigrationAdvanced.class::cast)
                .filter(step -> step.migration().equals(started.migration()))
                .toList();
        Map<String, Duration> phases = new LinkedHashMap<>();
        steps.forEach(step -> phases.putIfAbsent(step.phase(), Micros.duration(step.at())));
        return new MigrationResult(
                started.migration(),
                started.workload(),
                started.from(),
                started.to(),
                started.kind(),
                started.why(),
                Micros.duration(started.at()),
                Collections.unmodifiableMap(phases),
                last(steps, MigrationAdvanced::pauseMicros).map(Micros::duration),
                last(steps, MigrationAdvanced::dataAgeMicros).map(Micros::duration),
                last(steps, MigrationAdvanced::failure));
    }

    private static <T> Optional<T> last(
            List<MigrationAdvanced> steps, Function<MigrationAdvanced, @org.jspecify.annotations.Nullable T> field) {
        return steps.stream().map(field).filter(Objects::nonNull).reduce((a, b) -> b);
    }
}
