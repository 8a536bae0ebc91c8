package io.lifeboat.engine.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Makes the cgroups of nodes, where that is allowed: version 2 with its cpu controller, or version 1. */
final class CpuCgroups {

    private static final int REMOVE_ATTEMPTS = 100;

    private final Optional<Path> parent;
    private final String prefix;
    private final CgroupRegistry registry;

    CpuCgroups(Path root, String prefix, CgroupRegistry registry) {
        this.parent = parent(root);
        this.prefix = prefix;
        this.registry = registry;
    }

    private static Optional<Path> parent(Path root) {
        Path controllers = root.resolve("cgroup.controllers");
        try {
            if (Files.exists(controllers)) {
                boolean cpu = (" " + Files.readString(controllers).trim() + " ").contains(" cpu ");
                return cpu ? Optional.of(root).filter(Files::isWritable) : Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        Path version1 = root.resolve("cpu");
        return Optional.of(version1).filter(path -> Files.isWritable(path) && Files.exists(path.resolve("cpu.stat")));
    }

    /** The new cgroup of a node; empty if none may be made. */
    Optional<Path> create(String node) {
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        Path cgroup = parent.get().resolve(prefix + "-" + node);
        registry.aboutToCreate(cgroup);
        try {
            enableController(parent.get());
            Files.createDirectory(cgroup);
            if (Files.exists(cgroup.resolve("cpu.max")) || Files.exists(cgroup.resolve("cpu.cfs_quota_us"))) {
                return Optional.of(cgroup);
            }
            Files.delete(cgroup);
        } catch (IOException e) {
            // Looked writable but is not, as in many containers: nodes then have no cgroup, which is said so.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static void enableController(Path parent) throws IOException {
        Path enabled = parent.resolve("cgroup.subtree_control");
        if (Files.exists(enabled) && !(" " + Files.readString(enabled).trim() + " ").contains(" cpu ")) {
            Files.writeString(enabled, "+cpu");
        }
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
