package io.lifeboat.fault;

import java.nio.file.Path;
import java.util.Optional;

/** Handle of a target with a disk of its own, or with a directory that stands for one. */
public interface NodeDisk {

    /** A directory on that disk. */
    Path directory();

    /** The cgroup that holds exactly the node's processes and accepts a limit on their reads and writes, if there is one. */
    Optional<Path> ioCgroup();
}
