package io.lifeboat.report;

import io.lifeboat.report.journal.JournalEntry;
import io.lifeboat.report.journal.JournalEntry.Finished;
import io.lifeboat.report.journal.JournalEntry.Judged;
import io.lifeboat.report.journal.JournalEntry.Started;
import io.lifeboat.report.journal.Phase;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All that can be said about an experiment, derived from its journal alone. Immutable. Where there is no data the answer
 * is empty, never zero.
 */
public final class ExperimentResult {

    private final List<JournalEntry> entries;
    private final LoadFigures load;
    private final List<FaultResult> faults;
    private final List<AlertResult> alerts;
    private final List<IncidentResult> incidents;
    private final List<MigrationResult> migrations;
    private final Placements placements;

    private ExperimentResult(List<JournalEntry> entries) {
        // Stable: several threads write, and two entries of the same microsecond keep their order.
        this.entries = entries.stream()
                .sorted(Comparator.comparingLong(JournalEntry::at))
                .toList();
        this.load = LoadFigures.of(this.entries);
        this.faults = FaultHistory.of(this.entries);
        this.alerts = AlertHistory.of(this.entries);
        this.incidents = IncidentHistory.of(this.entries);
        this.migrations = MigrationHistory.of(this.entries);
        this.placements = Placements.of(this.entries, migrations);
    }

    /** Derives the result from the entries of a journal, which may still be incomplete. */
    public static ExperimentResult of(List<JournalEntry> entries) {
        return new ExperimentResult(entries);
    }

    /** The journal itself, in the order of time. */
    public List<JournalEntry> entries() {
        return entries;
    }

    /** What was tested; empty if the journal broke off before that was written. */
    public Optional<Started> started() {
        return first(Started.class);
    }

    /** How it ended; empty while it has not. */
    public Optional<Finished> finished() {
        return first(Finished.class);
    }

    /** Every expectation that was judged, in order. */
    public List<Judged> judged() {
        return all(Judged.class);
    }

    /** Whether that time was in that phase. Before the first phase it is in none but the whole. */
    public boolean isIn(Phase phase, Duration at) {
        return phase == Phase.WHOLE
                || all(JournalEntry.PhaseStarted.class).stream()
                        .filter(entry -> Micros.duration(entry.at()).compareTo(at) <= 0)
                        .reduce((earlier, later) -> later)
                        .filter(entry -> entry.phase() == phase)
                        .isPresent();
    }

    /** Whether any request was made in that phase. */
    public boolean hasData(Phase phase) {
        return load.count(phase) > 0;
    }

    /** Requests made in that phase. */
    public long requests(Phase phase) {
        return load.count(phase);
    }

    /** Requests that failed in that phase. */
    public long failures(Phase phase) {
        return load.failed(phase);
    }

    /**
     * The latency that a share of the requests did not exceed, counted from when they were due.
     *
     * @param percentile above 0 and at most 100
     */
    public Optional<Duration> latency(Phase phase, double percentile) {
        return load.latency(phase, percentile);
    }

    /** Successful requests per second. */
    public OptionalDouble throughput(Phase phase) {
        return load.throughput(phase);
    }

    /** Failed requests among all, 0 to 1. */
    public OptionalDouble errorRate(Phase phase) {
        return load.errorRate(phase);
    }

    /** What the first failed requests saw, each text once. */
    public List<String> firstFailures() {
        return load.firstFailures();
    }

    /** What the load saw interval by interval. */
    public List<LoadPoint> loadOverTime() {
        return load.points();
    }

    public List<FaultResult> faults() {
        return faults;
    }

    /** Faults that were injected and cleared without having acted even once. */
    public List<FaultResult> faultsThatNeverTookEffect() {
        return faults.stream().filter(fault -> !fault.tookEffect()).toList();
    }

    /** Why faults could not be undone. */
    public List<String> undoFailures() {
        return faults.stream().flatMap(fault -> fault.undoFailure().stream()).toList();
    }

    public List<AlertResult> alerts() {
        return alerts;
    }

    /** Troubles of several nodes that the engine took for one. */
    public List<IncidentResult> incidents() {
        return incidents;
    }

    /** Alerts of at least the tier on a node while no fault was in place on it, nor shortly before. */
    public List<AlertResult> falseAlarms(String tier) {
        return alerts.stream()
                .filter(alert -> alert.atLeast(tier))
                .filter(alert ->
                        faults.stream().noneMatch(fault -> FaultHistory.explains(fault, alert.node(), alert.at())))
                .toList();
    }

    /** Whether the engine said anything at all, if only that all is well. */
    public boolean engineWasHeard() {
        return entries.stream()
                .anyMatch(entry -> entry instanceof JournalEntry.HealthSample sample && !sample.abstained());
    }

    /** Moves off nodes that had no fault at the time, nor shortly before. */
    public List<MigrationResult> needlessMigrations() {
        return migrations.stream()
                .filter(move ->
                        faults.stream().noneMatch(fault -> FaultHistory.explains(fault, move.from(), move.decidedAt())))
                .toList();
    }

    /** The first alert of at least the tier on the fault's node since it was injected. */
    public Optional<AlertResult> firstAlert(FaultResult fault, String tier) {
        return alerts.stream()
                .filter(alert -> alert.node().equals(fault.node()) && alert.atLeast(tier))
                .filter(alert -> alert.at().compareTo(fault.injectedAt()) >= 0)
                .findFirst();
    }

    /** How long before the failure the first alert came; negative if after; empty if there was none. */
    public Optional<Duration> leadTime(FaultResult fault, String tier) {
        return fault.failedAt().flatMap(failed -> firstAlert(fault, tier).map(alert -> failed.minus(alert.at())));
    }

    public List<MigrationResult> migrations() {
        return migrations;
    }

    /** Ids of the workloads that were on the node when the fault hit it. */
    public List<String> workloadsHitBy(FaultResult fault) {
        return placements.on(fault.node(), fault.injectedAt());
    }

    /** The service that a workload is a copy of. */
    public String serviceOf(String workload) {
        return placements.serviceOf(workload);
    }

    /** How long after the injection of the fault the workload was served from another node; empty if it never was. */
    public Optional<Duration> timeToMove(FaultResult fault, String workload) {
        return migrations.stream()
                .filter(migration -> migration.workload().equals(workload)
                        && migration.from().equals(fault.node())
                        && migration.decidedAt().compareTo(fault.injectedAt()) >= 0)
                .flatMap(migration -> migration.servingAt().stream())
                .findFirst()
                .map(serving -> serving.minus(fault.injectedAt()));
    }

    /** How long after the end of the fault service was as good as before; empty if it never was, or without load. */
    public Optional<Duration> recoveryTime(FaultResult fault) {
        return fault.crashedAt()
                .or(fault::clearedAt)
                .flatMap(end -> Recovery.after(end, load).map(recovered -> recovered.minus(end)));
    }

    private <E extends JournalEntry> Optional<E> first(Class<E> type) {
        return all(type).stream().findFirst();
    }

    private <E extends JournalEntry> List<E> all(Class<E> type) {
        return entries.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
