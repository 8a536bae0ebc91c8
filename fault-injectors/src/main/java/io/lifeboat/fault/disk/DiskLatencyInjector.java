package io.lifeboat.fault.disk;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Availability;
import io.lifeboat.fault.Availability.Available;
import io.lifeboat.fault.Availability.Unavailable;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.FaultInjector;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.NodeDisk;
import io.lifeboat.fault.undo.UndoJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Slows a node's disk down by the kernel's limit on the reads and writes of its cgroup, version 1 or 2. Others on the same
 * disk are not slowed. What is read from and written to memory only, and never synchronised, does not feel it with version 1.
 */
public final class DiskLatencyInjector implements FaultInjector {

    @Override
    public String name() {
        return "cgroup-disk";
    }

    @Override
    public int priority() {
        return 10;
    }

    @Override
    public Availability availability(Failure failure, FaultTarget target) {
        if (failure.type() != FailureType.DISK_LATENCY) {
            return new Unavailable("it only injects " + FailureType.DISK_LATENCY, "Maybe another injector does.");
        }
        Optional<NodeDisk> disk = target.handle(NodeDisk.class);
        if (disk.isEmpty()) {
            return new Unavailable(
                    "%s has no disk that can be reached".formatted(target.node()), "Maybe use @LocalCluster.");
        }
        try {
            return limit(disk.get())
                    .<Availability>map(limit -> new Available(limit.description()))
                    .orElseGet(() -> new Unavailable(
                            "%s has no cgroup with a writable limit on reads and writes".formatted(target.node()),
                            "Maybe run as root, or delegate a cgroup with the io controller to this user."));
        } catch (IOException e) {
            return new Unavailable(
                    "the disk of %s cannot be limited: %s".formatted(target.node(), e.getMessage()),
                    "Maybe set lifeboat.tmp to a directory on a local ext4 or XFS filesystem.");
        }
    }

    private static Optional<IoLimit> limit(NodeDisk disk) throws IOException {
        Optional<Path> cgroup = disk.ioCgroup();
        BlockDevice device = BlockDevice.of(disk.directory());
        return cgroup.flatMap(found -> IoLimit.of(found, device));
    }

    @Override
    public ActiveFault inject(Failure failure, FaultTarget target, UndoJournal undo) {
        NodeDisk disk = target.handle(NodeDisk.class)
                .orElseThrow(() -> new FaultException("%s has no disk that can be reached.".formatted(target.node())));
        try {
            IoLimit limit = limit(disk)
                    .orElseThrow(() -> new FaultException(
                            "The reads and writes of %s cannot be limited.".formatted(target.node())));
            return new DiskThrottle(limit, undo);
        } catch (IOException e) {
            throw new FaultException(
                    "The disk of %s cannot be limited: %s.".formatted(target.node(), e.getMessage()), e);
        }
    }
}
