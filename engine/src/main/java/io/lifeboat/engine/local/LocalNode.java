package io.lifeboat.engine.local;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One node of a local cluster, as something that faults can be injected into. All methods are thread-safe. */
public interface LocalNode {

    String id();

    /** The node's own loopback address, or 127.0.0.1 where the operating system has only that. */
    InetAddress address();

    /** The agent, the workloads on this node and the descendants of all of them, as far as they are alive now. */
    List<Long> pids();

    /**
     * The directory of the cgroup that holds all processes of the node and can limit their CPU; empty where no cgroup
     * may be created.
     */
    Optional<Path> cpuCgroup();

    /**
     * The directory of the cgroup that holds all processes of the node and can limit their reads and writes of disks;
     * empty where no such cgroup may be created. With cgroup version 2 it is the same as {@link #cpuCgroup()}.
     */
    Optional<Path> ioCgroup();

    /** How many processors the node stands for; positive, may be fractional. */
    double cpus();

    /** Memory that its owners check themselves; the agent's scrub region comes first. */
    List<Region> memoryRegions();

    /** The directory that stands for the node's disk. */
    Path disk();
}
