package io.lifeboat.engine.migration;

import io.lifeboat.engine.cluster.Migration;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.MigrationPhase;
import io.lifeboat.engine.cluster.Workload;
import java.time.Duration;

/** Hears what reallocation does. */
public interface MigrationEvents {

    /** A workload must move and waits; told once per kind of reason. */
    void queued(Workload workload, String reason);

    void started(MigrationOrder order, String why);

    void advanced(Migration migration, MigrationPhase phase);

    /** A planned migration came to its end, and serves on the target since. */
    void measured(Duration moveTime, Duration pause);
}
