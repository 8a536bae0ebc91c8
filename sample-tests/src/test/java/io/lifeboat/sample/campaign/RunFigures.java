package io.lifeboat.sample.campaign;

import io.lifeboat.report.journal.JournalEntry;
import io.lifeboat.report.journal.JournalEntry.AlertRaised;
import io.lifeboat.report.journal.JournalEntry.FaultInjected;
import io.lifeboat.report.journal.JournalEntry.Finished;
import io.lifeboat.report.journal.JournalEntry.LoadInterval;
import io.lifeboat.report.journal.JournalEntry.MigrationAdvanced;
import io.lifeboat.report.journal.JournalEntry.MigrationStarted;
import io.lifeboat.report.journal.JournalEntry.NodeCrashed;
import io.lifeboat.report.journal.JournalEntry.Started;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one run of the campaign came to. Times are in milliseconds.
 *
 * @param kind name of the test method: cpu, memory, network, disk or faultFree
 * @param seed of the run
 * @param crashed whether the node did crash
 * @param moved whether clients were served by the new copy before the crash
 * @param lead from the first warning of the node to its crash
 * @param spare from the moment clients were served elsewhere to the crash
 * @param migration from the decision to the moment clients were served elsewhere
 * @param requests in all
 * @param failed how many of them failed
 * @param falseAlarms warnings before the fault began or of other nodes
 * @param outcome passed, failed or aborted, and the reason
 */
record RunFigures(
        String kind,
        long seed,
        boolean crashed,
        boolean moved,
        OptionalLong lead,
        OptionalLong spare,
        OptionalLong migration,
        long requests,
        long failed,
        long falseAlarms,
        String outcome) {

    private static final Set<String> WARNINGS = Set.of("WARNING", "CRITICAL");

    /** From then on clients are served by the new copy; the old one only finishes what it began. */
    private static final Set<String> SERVES_ELSEWHERE = Set.of("DRAINING", "COMPLETED");

    static RunFigures of(List<JournalEntry> journal) {
        Started started = all(journal, Started.class).findFirst().orElseThrow();
        OptionalLong begun = first(all(journal, FaultInjected.class));
        OptionalLong crash = first(all(journal, NodeCrashed.class));
        String sick = all(journal, FaultInjected.class)
                .map(FaultInjected::node)
                .findFirst()
                .orElse("");
        OptionalLong warned = first(warnings(journal).filter(alert -> isTrue(alert, sick, begun)));
        OptionalLong decided = first(leaving(journal, sick));
        OptionalLong served =
                first(all(journal, MigrationAdvanced.class).filter(step -> servesElsewhere(journal, sick, step)));
        return new RunFigures(
                started.testMethod(),
                started.seed(),
                crash.isPresent(),
                crash.isPresent() && served.isPresent() && served.getAsLong() < crash.getAsLong(),
                millis(warned, crash),
                millis(served, crash),
                millis(decided, served),
                all(journal, LoadInterval.class)
                        .mapToLong(load -> load.succeeded() + load.failed())
                        .sum(),
                all(journal, LoadInterval.class).mapToLong(LoadInterval::failed).sum(),
                warnings(journal).filter(alert -> !isTrue(alert, sick, begun)).count(),
                all(journal, Finished.class)
                        .map(end -> end.outcome() + ": " + end.reason())
                        .findFirst()
                        .orElse("never finished"));
    }

    private static <E extends JournalEntry> Stream<E> all(List<JournalEntry> journal, Class<E> type) {
        return journal.stream().filter(type::isInstance).map(type::cast);
    }

    private static OptionalLong first(Stream<? extends JournalEntry> entries) {
        return entries.mapToLong(JournalEntry::at).min();
    }

    private static Stream<AlertRaised> warnings(List<JournalEntry> journal) {
        return all(journal, AlertRaised.class).filter(alert -> WARNINGS.contains(alert.tier()));
    }

    private static boolean isTrue(AlertRaised alert, String sick, OptionalLong begun) {
        return alert.node().equals(sick) && begun.isPresent() && alert.at() >= begun.getAsLong();
    }

    private static Stream<MigrationStarted> leaving(List<JournalEntry> journal, String sick) {
        return all(journal, MigrationStarted.class)
                .filter(migration -> migration.from().equals(sick));
    }

    private static boolean servesElsewhere(List<JournalEntry> journal, String sick, MigrationAdvanced step) {
        return SERVES_ELSEWHERE.contains(step.phase())
                && leaving(journal, sick)
                        .anyMatch(migration -> migration.migration().equals(step.migration()));
    }

    private static OptionalLong millis(OptionalLong from, OptionalLong to) {
        return from.isPresent() && to.isPresent()
                ? OptionalLong.of((to.getAsLong() - from.getAsLong()) / 1000)
                : OptionalLong.empty();
    }
}
