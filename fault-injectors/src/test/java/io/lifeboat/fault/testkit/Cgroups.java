package io.lifeboat.fault.testkit;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A cgroup with a processor quota, where this user may make one. */
public final class Cgroups {

    private static final List<Path> PARENTS = List.of(Path.of("/sys/fs/cgroup"), Path.of("/sys/fs/cgroup/cpu"));
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Cgroups() {}

    /** Makes one; ends the test as aborted where that cannot be. */
    public static Path create() {
        Optional<Path> made =
                PARENTS.stream().flatMap(parent -> in(parent).stream()).findFirst();
        assumeThat(made)
                .as("no cgroup with a processor quota can be made here, maybe run as root")
                .isPresent();
        return made.orElseThrow();
    }

    private static Optional<Path> in(Path parent) {
        Path cgroup = parent.resolve("lifeboat-test-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet());
        try {
            Files.createDirectory(cgroup);
            if (Files.isWritable(cgroup.resolve("cpu.max")) || Files.isWritable(cgroup.resolve("cpu.cfs_quota_us"))) {
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
        StringBuilder all = new StringBuilder();
        for (String name : List.of("cpu.max", "cpu.cfs_quota_us", "cpu.cfs_period_us")) {
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
