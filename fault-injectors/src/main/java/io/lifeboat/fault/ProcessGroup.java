package io.lifeboat.fault;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Handle of a target that consists of operating system processes. Answers change while processes come and go. */
public interface ProcessGroup {

    /** Process ids of everything on the node, the agent included. */
    List<Long> pids();

    /** The cgroup that holds exactly these processes and accepts a CPU quota, if there is one. */
    Optional<Path> cpuCgroup();

    /** Processors that the node has; a throttle leaves a share of these. */
    double cpus();
}
