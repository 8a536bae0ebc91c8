package io.lifeboat.fault.testkit;

import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.MemoryRegions;
import io.lifeboat.fault.MemoryRegions.MemoryRegion;
import io.lifeboat.fault.NodeDisk;
import io.lifeboat.fault.ProcessGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A node "n1" with one handle, or none. */
public record Target(@Nullable Object handle) implements FaultTarget {

    public static Target none() {
        return new Target(null);
    }

    public static Target of(Long... pids) {
        return new Target(new Processes(List.of(pids), Optional.empty()));
    }

    public static Target of(Path cgroup, long pid) {
        return new Target(new Processes(List.of(pid), Optional.of(cgroup)));
    }

    /** One with a disk, and with a cgroup for it or none. */
    public static Target withDisk(Path directory, @Nullable Path cgroup) {
        return new Target(new Disk(directory, Optional.ofNullable(cgroup)));
    }

    public static Target of(MemoryRegion... regions) {
        return new Target((MemoryRegions) () -> List.of(regions));
    }

    @Override
    public String node() {
        return "n1";
    }

    @Override
    public <T> Optional<T> handle(Class<T> type) {
        return Optional.ofNullable(handle).filter(type::isInstance).map(type::cast);
    }

    private record Disk(Path directory, Optional<Path> ioCgroup) implements NodeDisk {}

    private record Processes(List<Long> pids, Optional<Path> cpuCgroup) implements ProcessGroup {

        @Override
        public double cpus() {
            return 1;
        }
    }
}
