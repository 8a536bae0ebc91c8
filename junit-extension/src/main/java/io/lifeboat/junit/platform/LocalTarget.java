package io.lifeboat.junit.platform;

import io.lifeboat.engine.local.LocalNode;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.MemoryRegions;
import io.lifeboat.fault.NodeDisk;
import io.lifeboat.fault.ProcessGroup;
import io.lifeboat.fault.link.FaultyLink;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A node of a local cluster, as a target of faults. */
record LocalTarget(LocalNode local, Optional<FaultyLink> link) implements FaultTarget {

    @Override
    public String node() {
        return local.id();
    }

    @Override
    public <T> Optional<T> handle(Class<T> type) {
        if (type == ProcessGroup.class) {
            return Optional.of(type.cast(new Processes(local)));
        } else if (type == NodeDisk.class) {
            return Optional.of(type.cast(new Disk(local)));
        } else if (type == MemoryRegions.class) {
            return Optional.of(type.cast((MemoryRegions) this::regions));
        } else if (type == FaultyLink.class) {
            return link.map(type::cast);
        }
        return Optional.empty();
    }

    private List<MemoryRegions.MemoryRegion> regions() {
        return local.memoryRegions().stream()
                .map(region ->
                        new MemoryRegions.MemoryRegion(region.pid(), region.address(), region.length(), region.owner()))
                .toList();
    }

    private record Processes(LocalNode local) implements ProcessGroup {

        @Override
        public List<Long> pids() {
            return local.pids();
        }

        @Override
        public Optional<Path> cpuCgroup() {
            return local.cpuCgroup();
        }

        @Override
        public double cpus() {
            return local.cpus();
        }
    }

    private record Disk(LocalNode local) implements NodeDisk {

        @Override
        public Path directory() {
            return local.disk();
        }

        @Override
        public Optional<Path> ioCgroup() {
            return local.ioCgroup();
        }
    }
}
