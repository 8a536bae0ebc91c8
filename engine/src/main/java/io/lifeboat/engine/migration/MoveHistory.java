package io.lifeboat.engine.migration;

import io.lifeboat.engine.cluster.MigrationOrder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Remembers moves, so that no workload goes in circles and no failed target is tried again too soon. */
final class MoveHistory {

    private record Mark(Instant until, String reason, boolean failed) {}

    private final MigrationSettings settings;
    private final Map<String, Map<String, Mark>> refused = new LinkedHashMap<>();
    private final Map<String, Map<String, Instant>> held = new LinkedHashMap<>();

    MoveHistory(MigrationSettings settings) {
        this.settings = settings;
    }

    void completed(Instant now, MigrationOrder order) {
        Instant until = now.plus(settings.returnCooldown());
        String reason = "\"%s\" was moved off it a short time ago".formatted(order.workload());
        refuse(order.workload(), order.from(), new Mark(until, reason, false));
        held.computeIfAbsent(order.workload(), workload -> new LinkedHashMap<>())
                .put(order.from(), now);
    }

    void failed(Instant now, MigrationOrder order) {
        Instant until = now.plus(settings.targetCooldown());
        refuse(order.workload(), order.to(), new Mark(until, "%s failed on it".formatted(order.id()), true));
    }

    private void refuse(String workload, String node, Mark mark) {
        refused.computeIfAbsent(workload, id -> new LinkedHashMap<>()).put(node, mark);
    }

    /** Nodes that are ruled out for a planned migration of the workload now, with the reason. */
    Map<String, String> refused(Instant now, String workload) {
        return reasons(now, workload, false);
    }

    /** As {@link #refused}, for a restart: what is down may go back where it came from rather than stay down. */
    Map<String, String> failedTargets(Instant now, String workload) {
        return reasons(now, workload, true);
    }

    private Map<String, String> reasons(Instant now, String workload, boolean onlyFailed) {
        Map<String, String> reasons = new LinkedHashMap<>();
        refused.getOrDefault(workload, Map.of()).forEach((node, mark) -> {
            if (now.isBefore(mark.until()) && (mark.failed() || !onlyFailed)) {
                reasons.put(node, mark.reason());
            }
        });
        return reasons;
    }

    Set<String> dataNodes(String workload) {
        return held.getOrDefault(workload, Map.<String, Instant>of()).keySet();
    }
}
