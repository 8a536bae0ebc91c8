package io.lifeboat.engine.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes the cgroups of nodes, where that is allowed: one for all of a node with version 2, one for each controller with
 * version 1.
 */
final class Cgroups {

    private static final String CPU_VERSION_1 = "cpu.cfs_quota_us";
    private static final String CPU_VERSION_2 = "cpu.max";
    private static final String IO_VERSION_1 = "blkio.throttle.write_iops_device";
    private static final String IO_VERSION_2 = "io.max";
    private static final int REMOVE_ATTEMPTS = 100;

    private final Path root;
    private final String prefix;
    private final CgroupRegistry registry;

    Cgroups(Path root, String prefix, CgroupRegistry registry) {
        this.root = root;
        this.prefix = prefix;
        this.registry = registry;
    }

    /** The new cgroups of a node; none where none may be made. */
    NodeCgroups create(String node) {
        if (Files.exists(root.resolve("cgroup.controllers"))) {
            enable("cpu");
            enable("io");
            Optional<Path> cgroup = createIn(root, node, CPU_VERSION_2, IO_VERSION_2);
            return new NodeCgroups(cgroup.filter(has(CPU_VERSION_2)), cgroup.filter(has(IO_VERSION_2)));
        }
        return new NodeCgroups(
                createIn(root.resolve("cpu"), node, CPU_VERSION_1),
                createIn(root.resolve("blkio"), node, IO_VERSION_1));
    }

    /** The new cgroup, if it has one of these limits. */
    private Optional<Path> createIn(Path parent, String node, String... limits) {
        if (!Files.isWritable(parent)) {
            return Optional.empty();
        }
        Path cgroup = parent.resolve(prefix + "-" + node);
        registry.aboutToCreate(cgroup);
        try {
            Files.createDirectory(cgroup);
            if (Stream.of(limits).anyMatch(limit -> has(limit).test(cgroup))) {
                return Optional.of(cgroup);
            }
            Files.delete(cgroup);
        } catch (IOException e) {
            // Looked writable but is not, as in many containers: nodes then have no cgroup, which is said so.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Predicate<Path> has(String limit) {
        return cgroup -> Files.exists(cgroup.resolve(limit));
    }

    /** Hands a controller of version 2 down to the cgroups of nodes. */
    private void enable(String controller) {
        Path enabled = root.resolve("cgroup.subtree_control");
        try {
            if (lists(root.resolve("cgroup.controllers"), controller) && !lists(enabled, controller)) {
                Files.writeString(enabled, "+" + controller);
            }
        } catch (IOException e) {
            // Not ours to hand down: the cgroups will lack the limit, and the other one may still be there.
            return;
        }
    }

    private static boolean lists(Path file, String controller) throws IOException {
        return Files.exists(file) && (" " + Files.readString(file).trim() + " ").contains(" " + controller + " ");
    }

    /** Removes a cgroup once its processes are gone; false if they do not go. */
    static boolean remove(Path cgroup) {
        for (int i = 0; i < REMOVE_ATTEMPTS; i++) {
            try {
                Files.deleteIfExists(cgroup);
                return true;
            } catch (IOException e) {
                // Killed processes leave their cgroup a moment later.
                if (!Sleep.millis(20)) {
                    return false;
                }
            }
        }
        return false;
    }
}
