package io.lifeboat.engine.migration;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.MigrationOrder.Kind;
import io.lifeboat.engine.cluster.Workload;
import java.util.Comparator;
import java.util.Optional;

/**
 * A workload that must leave its node.
 *
 * @param workload what must move
 * @param kind planned, or a restart because the source is lost
 * @param certain whether the platform knows the source to be dead, so that no brake applies
 * @param cause in words
 * @param doubt why it is not believed yet, if it is not
 */
record Demand(Workload workload, Kind kind, boolean certain, String cause, Optional<Hold> doubt) {

    /** The source is lost. */
    static Demand restart(Workload workload, boolean certain, String cause) {
        return new Demand(workload, Kind.RESTART, certain, cause, Optional.empty());
    }

    /** Restarts first, then high criticality, then by SLA priority, criticality and id. */
    static final Comparator<Demand> ORDER = Comparator.comparing((Demand demand) -> demand.kind() != Kind.RESTART)
            .thenComparing(demand -> !demand.isUrgent())
            .thenComparing(demand -> -(long) demand.workload().slaPriority())
            .thenComparing(demand -> demand.workload().criticality(), Comparator.reverseOrder())
            .thenComparing(demand -> demand.workload().id());

    /** Whether it does not wait for a slot. */
    boolean isUrgent() {
        return kind == Kind.RESTART || workload.criticality() == Criticality.HIGH;
    }
}
