package io.lifeboat.report;

import io.lifeboat.report.journal.JournalEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults of a journal, each put together from the entries about it. */
final class FaultHistory {

    /** An alert this long after a fault ended is still due to it: windows of telemetry look back. */
    private static final Duration AFTERMATH = Duration.ofSeconds(5);

    private FaultHistory() {}

    static List<FaultResult> of(List<JournalEntry> entries) {
        List<FaultResult> faults = new ArrayList<>();
        for (JournalEntry entry : entries) {
            if (entry instanceof JournalEntry.FaultInjected injected) {
                faults.add(assemble(injected, entries));
            }
        }
        return List.copyOf(faults);
    }

    /** Whether the node had this fault at the time, or shortly before. */
    static boolean explains(FaultResult fault, String node, Duration at) {
        boolean begun = at.compareTo(fault.injectedAt()) >= 0;
        boolean overLongAgo = fault.clearedAt()
                .filter(end -> at.compareTo(end.plus(AFTERMATH)) > 0)
                .isPresent();
        return node.equals(fault.node()) && begun && !overLongAgo;
    }

    private static FaultResult assemble(JournalEntry.FaultInjected injected, List<JournalEntry> entries) {
        Optional<Duration> peak = Optional.empty();
        Optional<Duration> crash = Optional.empty();
        Optional<JournalEntry.FaultCleared> cleared = Optional.empty();
        for (JournalEntry entry : entries) {
            if (entry instanceof JournalEntry.FaultSeverity e && e.fault().equals(injected.fault())) {
                boolean worst = e.severity() >= injected.severity();
                peak = peak.isEmpty() && worst ? Optional.of(Micros.duration(e.at())) : peak;
            } else if (entry instanceof JournalEntry.NodeCrashed e && e.fault().equals(injected.fault())) {
                crash = Optional.of(Micros.duration(e.at()));
            } else if (entry instanceof JournalEntry.FaultCleared e && e.fault().equals(injected.fault())) {
                cleared = Optional.of(e);
            }
        }
        return result(injected, peak, crash, cleared);
    }

    private static FaultResult result(
            JournalEntry.FaultInjected injected,
            Optional<Duration> peak,
            Optional<Duration> crash,
            Optional<JournalEntry.FaultCleared> cleared) {
        return new FaultResult(
                injected.fault(),
                injected.type(),
                injected.node(),
                injected.severity(),
                Micros.duration(injected.at()),
                peak,
                crash,
                cleared.map(end -> Micros.duration(end.at())),
                injected.injector(),
                injected.means(),
                injected.simulated(),
                cleared.map(JournalEntry.FaultCleared::hits).orElse(0L),
                cleared.map(JournalEntry.FaultCleared::unit).orElse("hits"),
                cleared.map(JournalEntry.FaultCleared::readBack).orElse("not cleared yet"),
                cleared.flatMap(end -> Optional.ofNullable(end.failure())));
    }
}
