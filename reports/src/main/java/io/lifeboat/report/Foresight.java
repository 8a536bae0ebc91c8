package io.lifeboat.report;

import io.lifeboat.report.journal.JournalEntry.NodeStatusChanged;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the engine foresaw of one fault, and what it did about it. All times count from the injection.
 *
 * @param lead from the first warning to the failure, negative if it came after; empty without a run-up or without a warning
 * @param noticed when the engine first knew: its first warning, or the node was seen to be gone
 * @param tiers when each tier was first reached, in their order; those that were passed over are left out
 * @param decisive the alert on which the first move was decided; without a move the most urgent one
 * @param decided when the first move off the node was decided
 * @param serving when the last workload that the fault hit was served elsewhere; empty if one never was
 */
public record Foresight(
        FaultResult fault,
        Optional<Duration> lead,
        Optional<Duration> noticed,
        Map<String, Duration> tiers,
        Optional<AlertResult> decisive,
        Optional<Duration> decided,
        Optional<Duration> serving) {

    private static final Set<String> GONE = Set.of("UNREACHABLE", "DOWN");

    /** One for each fault, in the order of injection. */
    public static List<Foresight> of(ExperimentResult result) {
        return result.faults().stream().map(fault -> of(result, fault)).toList();
    }

    private static Foresight of(ExperimentResult result, FaultResult fault) {
        List<AlertResult> alerts = result.alerts().stream()
                .filter(alert -> FaultHistory.explains(fault, alert.node(), alert.at()))
                .toList();
        Optional<Duration> decidedAt = result.migrations().stream()
                .filter(move -> FaultHistory.explains(fault, move.from(), move.decidedAt()))
                .map(MigrationResult::decidedAt)
                .findFirst();
        return new Foresight(
                fault,
                fault.runUp().flatMap(time -> result.leadTime(fault, Tiers.WARNING)),
                noticedAt(result, fault, alerts).map(at -> at.minus(fault.injectedAt())),
                tiers(fault, alerts),
                decisive(alerts, decidedAt),
                decidedAt.map(at -> at.minus(fault.injectedAt())),
                serving(result, fault));
    }

    private static Optional<Duration> noticedAt(ExperimentResult result, FaultResult fault, List<AlertResult> alerts) {
        Stream<Duration> gone = result.entries().stream()
                .filter(NodeStatusChanged.class::isInstance)
                .map(NodeStatusChanged.class::cast)
                .filter(change -> GONE.contains(change.after()))
                .filter(change -> FaultHistory.explains(fault, change.node(), Micros.duration(change.at())))
                .map(change -> Micros.duration(change.at()));
        Stream<Duration> warned =
                alerts.stream().filter(alert -> alert.atLeast(Tiers.WARNING)).map(AlertResult::at);
        return Stream.concat(gone, warned).min(Duration::compareTo);
    }

    private static Map<String, Duration> tiers(FaultResult fault, List<AlertResult> alerts) {
        Map<String, Duration> first = new LinkedHashMap<>();
        for (String tier : Tiers.ORDER) {
            alerts.stream()
                    .filter(alert -> alert.tier().equals(tier))
                    .findFirst()
                    .ifPresent(alert -> first.put(tier, alert.at().minus(fault.injectedAt())));
        }
        return Collections.unmodifiableMap(first);
    }

    private static Optional<AlertResult> decisive(List<AlertResult> alerts, Optional<Duration> decidedAt) {
        return alerts.stream()
                .filter(alert -> alert.atLeast(Tiers.WARNING))
                .filter(alert ->
                        decidedAt.filter(at -> alert.at().compareTo(at) > 0).isEmpty())
                .reduce((best, next) ->
                        next.atLeast(best.tier()) && (decidedAt.isPresent() || !best.atLeast(next.tier()))
                                ? next
                                : best);
    }

    private static Optional<Duration> serving(ExperimentResult result, FaultResult fault) {
        List<Optional<Duration>> times = result.workloadsHitBy(fault).stream()
                .map(workload -> result.timeToMove(fault, workload))
                .toList();
        return times.stream().allMatch(Optional::isPresent)
                ? times.stream().flatMap(Optional::stream).max(Duration::compareTo)
                : Optional.empty();
    }
}
