package io.lifeboat.fault.testkit;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Cgroups with a processor quota or a limit on reads and writes, where this user may make one. */
public final class Cgroups {

    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Cgroups() {}

    /** Makes one with a processor quota; ends the test as aborted where that cannot be. */
    public static Path create() {
        return create("cpu", "cpu.max", "cpu.cfs_quota_us");
    }

    /** Makes one with a limit on reads and writes; ends the test as aborted where that cannot be. */
    public static Path createForIo() {
        return create("blkio", "io.max", "blkio.throttle.write_iops_device");
    }

    private static Path create(String version1, String... limits) {
        Optional<Path> made = Stream.of(ROOT, ROOT.resolve(version1))
                .flatMap(parent -> in(parent, limits).stream())
                .findFirst();
        assumeThat(made)
                .as("no cgroup with one of %s can be made here, maybe run as root", List.of(limits))
                .isPresent();
        return made.orElseThrow();
    }

    private static Optional<Path> in(Path parent, String... limits) {
        Path cgroup = parent.resolve("lifeboat-test-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet());
        try {
            Files.createDirectory(cgroup);
            if (Stream.of(limits).anyMatch(limit -> Files.isWritable(cgroup.resolve(limit)))) {
                return Optional.of(cgroup);
            }
            Files.delete(cgroup);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public static void add(Path cgroup, long pid) throws IOException {
        Files.writeString(cgroup.resolve("cgroup.procs"), Long.toString(pid));
    }

    /** All files that hold the quota. */
    public static String quota(Path cgroup) throws IOException {
        return content(cgroup, "cpu.max", "cpu.cfs_quota_us", "cpu.cfs_period_us");
    }

    /** All files that hold a limit on reads and writes. */
    public static String ioLimit(Path cgroup) throws IOException {
        return content(cgroup, "io.max", "blkio.throttle.read_iops_device", "blkio.throttle.write_iops_device");
    }

    private static String content(Path cgroup, String... names) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            if (Files.exists(cgroup.resolve(name))) {
                all.append(Files.readString(cgroup.resolve(name)));
            }
        }
        return all.toString();
    }

    public static void remove(Path cgroup) {
        Await.until("cgroup " + cgroup + " can be removed", () -> {
            try {
                return Files.deleteIfExists(cgroup) || true;
            } catch (IOException e) {
                return false;
            }
        });
    }
}
