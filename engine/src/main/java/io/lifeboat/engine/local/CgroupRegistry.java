package io.lifeboat.engine.local;

import java.nio.file.Path;

/**
 * Hears of every cgroup before it exists, so that the caller can make sure that it is removed even when this JVM is
 * killed. Called by the thread that starts the cluster.
 */
@FunctionalInterface
public interface CgroupRegistry {

    /** The cgroup is about to be created; it may turn out not to be, and may then not exist when it is removed. */
    void aboutToCreate(Path cgroup);

    /** For callers that need no such safety: {@link LocalCluster#close()} removes cgroups in any case. */
    static CgroupRegistry none() {
        return cgroup -> {};
    }
}
