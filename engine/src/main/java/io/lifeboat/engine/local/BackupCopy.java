package io.lifeboat.engine.local;

import io.lifeboat.engine.files.FileTrees;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The last complete copy of a workload's data on the disk of another node, for a restart after a crash without warning.
 * Two copies are kept in turn, so that one is complete while the other is being made. Each is as consistent as what a
 * power failure would leave on the disk. Thread-safe.
 */
final class BackupCopy {

    private record Complete(Path directory, Instant takenAt) {}

    private final InstantSource clock;
    private final Mirror[] mirrors;
    private final NodeRuntime holder;
    private final Path data;
    private Optional<Complete> last = Optional.empty();
    private int current;

    /**
     * @param owner id of the node that the data is on; keeps these copies apart from those of an earlier owner
     * @param data what to copy
     * @param holder the node on whose disk the copies are
     */
    BackupCopy(String workload, String owner, Path data, NodeRuntime holder, InstantSource clock) {
        this.clock = clock;
        this.holder = holder;
        this.data = data;
        Path copies = holder.disk().resolve("copies").resolve(workload).resolve("of-" + owner);
        this.mirrors = new Mirror[] {new Mirror(data, copies.resolve("a")), new Mirror(data, copies.resolve("b"))};
    }

    NodeRuntime holder() {
        return holder;
    }

    boolean isOf(Path directory) {
        return data.equals(directory);
    }

    /** Takes a copy, or finds that the last one is still as fresh as a new one would be. */
    synchronized void refresh() throws IOException {
        Instant began = clock.instant();
        int other = 1 - current;
        mirrors[other].sync();
        current = other;
        last = Optional.of(new Complete(mirrors[other].target(), began));
    }

    synchronized long bytes() {
        return mirrors[current].bytes();
    }

    /** Puts the last complete copy in place of {@code target}; returns how old it is, empty if there is none. */
    synchronized Optional<Duration> restoreTo(Path target) throws IOException {
        if (last.isEmpty()) {
            return Optional.empty();
        }
        FileTrees.delete(target);
        new Mirror(last.get().directory(), target).sync();
        return Optional.of(Duration.between(last.get().takenAt(), clock.instant()));
    }

    synchronized void delete() throws IOException {
        last = Optional.empty();
        for (Mirror mirror : mirrors) {
            FileTrees.delete(mirror.target());
        }
    }
}
