package io.lifeboat.engine.local;

import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.MigrationPhase;
import io.lifeboat.engine.files.FileTrees;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Two processes must never write the same data: copy while the old one runs, hold requests, stop it, copy the rest, start
 * the new one, release. What the old one acknowledged was on its disk when it ended, so it is in the copy.
 */
final class DataMigration extends MigrationRun {

    /** More rounds only help if a round is much faster than the one before. */
    private static final int MAX_ROUNDS = 3;

    private final Instance old = source();
    private final Path oldData = old.data().orElseThrow();
    private final Path newData;

    DataMigration(MigrationOrder order, Service service, Replica replica, NodeRuntime target, InstanceStarter starter) {
        super(order, MigrationPhase.COPYING, service, replica, target, starter);
        newData = InstanceStarter.dataDirectory(replica.spec(), replica.id(), target)
                .orElseThrow();
    }

    @Override
    void move() throws IOException, InterruptedException {
        FileTrees.delete(newData);
        Mirror mirror = new Mirror(oldData, newData);
        for (int round = 0; round < MAX_ROUNDS && mirror.sync(); round++) {
            // Each round leaves less for the time in which requests are held.
        }
        service.server().hold();
        try {
            requireAlive();
            service.server().drain(old.backend(), replica.spec().drainTimeout());
            requireAlive();
            old.child().stop(STOP_GRACE);
            mirror.sync();
            enter(MigrationPhase.STARTING);
            Instance fresh = starter.start(replica.spec(), replica.id(), target);
            enter(MigrationPhase.SWITCHING);
            service.serve(replica, fresh);
        } catch (IOException | RuntimeException e) {
            note(backToOld());
            throw e;
        } finally {
            setPause(service.server().release());
        }
        enter(MigrationPhase.DRAINING);
        FileTrees.delete(oldData);
    }

    /** The disk of a node that has just died could not be read either. */
    private void requireAlive() {
        if (!old.isAlive()) {
            throw new LocalClusterException(
                    "The process of \"%s\" ended while its data was being copied.".formatted(replica.id()));
        }
    }

    /** Starts the old process again on its data, which nobody has touched, while requests are still held. */
    private String backToOld() throws InterruptedException {
        try {
            if (!old.isAlive()) {
                service.serve(replica, starter.start(replica.spec(), replica.id(), old.node()));
            }
            return "It runs on %s again, on its old data.".formatted(old.node().id());
        } catch (LocalClusterException e) {
            return "It could not be started on %s again either: %s"
                    .formatted(old.node().id(), e.getMessage());
        }
    }

    @Override
    MigrationPhase undo() {
        boolean serving = source().isAlive();
        if (serving && source().node() == target) {
            // Only the old data could not be deleted.
            return MigrationPhase.COMPLETED;
        }
        try {
            FileTrees.delete(newData);
        } catch (IOException e) {
            // The next move to that node deletes it, or says why it cannot.
        }
        return serving ? MigrationPhase.ROLLED_BACK : MigrationPhase.FAILED;
    }
}
