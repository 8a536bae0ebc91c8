package io.lifeboat.report;

import io.lifeboat.report.journal.JournalEntry;
import io.lifeboat.report.journal.JournalEntry.AlertRaised;
import io.lifeboat.report.journal.JournalEntry.FaultCleared;
import io.lifeboat.report.journal.JournalEntry.FaultInjected;
import io.lifeboat.report.journal.JournalEntry.FaultOutcome;
import io.lifeboat.report.journal.JournalEntry.FaultSeverity;
import io.lifeboat.report.journal.JournalEntry.HealthSample;
import io.lifeboat.report.journal.JournalEntry.HorizonSet;
import io.lifeboat.report.journal.JournalEntry.LoadInterval;
import io.lifeboat.report.journal.JournalEntry.MigrationAdvanced;
import io.lifeboat.report.journal.JournalEntry.MigrationStarted;
import io.lifeboat.report.journal.JournalEntry.NodeCrashed;
import io.lifeboat.report.journal.JournalEntry.PhaseStarted;
import io.lifeboat.report.journal.JournalEntry.WorkloadDeployed;
import io.lifeboat.report.journal.Phase;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Writes journals by hand. All times are in milliseconds. */
final class JournalBuilder {

    private final List<JournalEntry> entries = new ArrayList<>();

    JournalBuilder phase(long at, Phase phase) {
        return add(new PhaseStarted(at * 1000, phase));
    }

    JournalBuilder deployed(String workload, String node) {
        return add(new WorkloadDeployed(0, workload, "orders", node, "HIGH", 1_000_000));
    }

    /** One second of load that ends then; each latency in microseconds is one request, failed ones come on top. */
    JournalBuilder second(long end, int succeeded, int failed, long latencyMicros) {
        Histogram latencies = new Histogram(3);
        latencies.recordValueWithCount(latencyMicros, succeeded + failed);
        return add(new LoadInterval(
                end * 1000,
                "load",
                1_000_000,
                succeeded,
                failed,
                SampleJournals.encode(latencies),
                failed > 0 ? "refused" : null));
    }

    JournalBuilder fault(long at, String fault, String node) {
        return add(new FaultInjected(at * 1000, fault, "CPU_THROTTLE", node, 0.9, 0, "cgroup-v1", "quota", false));
    }

    /** The component failed then of a fault that began at its onset. */
    JournalBuilder failed(String node, String component, long onset, long failed) {
        return add(new FaultOutcome(failed * 1000, node, component, onset * 1000, failed * 1000, null));
    }

    /** The fault was undone before anybody could know whether the component would fail. */
    JournalBuilder censored(String node, String component, long onset, long censored) {
        return add(new FaultOutcome(censored * 1000, node, component, onset * 1000, null, censored * 1000));
    }

    JournalBuilder severity(long at, String fault, double severity) {
        return add(new FaultSeverity(at * 1000, fault, severity));
    }

    JournalBuilder crash(long at, String fault, String node) {
        return add(new NodeCrashed(at * 1000, fault, node));
    }

    JournalBuilder cleared(long at, String fault, long hits, @Nullable String failure) {
        return add(new FaultCleared(at * 1000, fault, hits, "throttled periods", "quota -1", failure));
    }

    JournalBuilder alert(long at, String node, String tier) {
        return add(new AlertRaised(at * 1000, node, "CPU", tier, 0.7, 0.5, 10_000_000, List.of("throttled")));
    }

    /** Samples of one component every 100 ms, from inclusive to exclusive. */
    JournalBuilder predicted(String node, String component, long from, long to, double probability) {
        for (long at = from; at < to; at += 100) {
            add(new HealthSample(at * 1000, node, component, probability, 100, false));
        }
        return this;
    }

    JournalBuilder horizon(long millis) {
        return add(new HorizonSet(0, millis * 1000));
    }

    /** A move that is served by the target from {@code serving} on. */
    JournalBuilder moved(String id, String workload, String from, String to, long decided, long serving) {
        add(new MigrationStarted(decided * 1000, id, workload, from, to, "PLANNED", "healthiest"));
        add(new MigrationAdvanced(serving * 1000, id, workload, "DRAINING", null, null, null));
        return add(new MigrationAdvanced(serving * 1000, id, workload, "COMPLETED", null, null, null));
    }

    JournalBuilder add(JournalEntry entry) {
        entries.add(entry);
        return this;
    }

    List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    ExperimentResult result() {
        return ExperimentResult.of(entries);
    }
}
