package io.lifeboat.engine.local;

import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.MigrationPhase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The source is dead, or cannot be reached and is killed first: start elsewhere, from the last copy of the data. */
final class RestartMigration extends MigrationRun {

    RestartMigration(
            MigrationOrder order, Service service, Replica replica, NodeRuntime target, InstanceStarter starter) {
        super(
                order,
                replica.spec().dataDirectory() ? MigrationPhase.COPYING : MigrationPhase.STARTING,
                service,
                replica,
                target,
                starter);
    }

    @Override
    void move() throws IOException, InterruptedException {
        fence();
        Optional<Path> data = InstanceStarter.dataDirectory(replica.spec(), replica.id(), target);
        if (data.isPresent() && target != replica.node()) {
            restore(data.get());
        }
        enter(MigrationPhase.STARTING);
        Instance fresh = starter.start(replica.spec(), replica.id(), target);
        enter(MigrationPhase.SWITCHING);
        service.serve(replica, fresh);
    }

    /** Whatever still runs of the old process is killed first: two must never serve, or write, at the same time. */
    private void fence() throws InterruptedException {
        Optional<Instance> old = replica.instance();
        if (old.isPresent()) {
            old.get().child().kill();
            old.get().child().awaitEnd();
        }
    }

    private void restore(Path data) throws IOException {
        Optional<BackupCopy> backup = replica.backup();
        if (backup.isEmpty()) {
            throw new LocalClusterException(
                    "There is no copy of the data of \"%s\" outside of %s. Maybe use more than one node."
                            .formatted(replica.id(), replica.node().id()));
        }
        setDataAge(backup.get()
                .restoreTo(data)
                .orElseThrow(() -> new LocalClusterException(
                        "No copy of the data of \"%s\" was complete when its node died.".formatted(replica.id()))));
    }

    @Override
    MigrationPhase undo() {
        return MigrationPhase.FAILED;
    }
}
