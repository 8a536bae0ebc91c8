package io.lifeboat.report;

import io.lifeboat.report.journal.JournalEntry;
import io.lifeboat.report.journal.JournalEntry.WorkloadDeployed;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where every workload was at any time: where it was deployed, and where migrations took it since. */
record Placements(Map<String, WorkloadDeployed> deployed, List<MigrationResult> migrations) {

    static Placements of(List<JournalEntry> entries, List<MigrationResult> migrations) {
        Map<String, WorkloadDeployed> deployed = new LinkedHashMap<>();
        for (JournalEntry entry : entries) {
            if (entry instanceof WorkloadDeployed workload) {
                deployed.putIfAbsent(workload.workload(), workload);
            }
        }
        return new Placements(deployed, migrations);
    }

    List<String> on(String node, Duration at) {
        return deployed.keySet().stream()
                .filter(workload -> node.equals(nodeOf(workload, at)))
                .toList();
    }

    String serviceOf(String workload) {
        WorkloadDeployed entry = deployed.get(workload);
        return entry == null ? workload : entry.service();
    }

    private String nodeOf(String workload, Duration at) {
        return migrations.stream()
                .filter(migration -> migration.workload().equals(workload))
                .filter(migration -> migration
                        .servingAt()
                        .filter(time -> time.compareTo(at) <= 0)
                        .isPresent())
                .reduce((a, b) -> b)
                .map(MigrationResult::to)
                .or(() -> Optional.ofNullable(deployed.get(workload)).map(WorkloadDeployed::node))
                .orElse("");
    }
}
