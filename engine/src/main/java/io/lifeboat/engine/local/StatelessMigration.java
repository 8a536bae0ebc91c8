package io.lifeboat.engine.local;

import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.MigrationPhase;
import java.time.Duration;

/** Old and new process overlap: start, wait until ready, switch, drain, stop the old one. */
final class StatelessMigration extends MigrationRun {

    StatelessMigration(
            MigrationOrder order, Service service, Replica replica, NodeRuntime target, InstanceStarter starter) {
        super(order, MigrationPhase.STARTING, service, replica, target, starter);
    }

    @Override
    void move() throws InterruptedException {
        Instance old = source();
        Instance fresh = starter.start(replica.spec(), replica.id(), target);
        enter(MigrationPhase.SWITCHING);
        service.serve(replica, fresh);
        setPause(Duration.ZERO);
        enter(MigrationPhase.DRAINING);
        service.server().drain(old.backend(), replica.spec().drainTimeout());
        old.child().stop(STOP_GRACE);
    }

    /** Until the switch nothing was touched, and after it only the old process can be left. */
    @Override
    MigrationPhase undo() {
        return replica.node() == target ? MigrationPhase.COMPLETED : MigrationPhase.ROLLED_BACK;
    }
}
