package io.lifeboat.engine.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cgroups that all processes of a node are in.
 *
 * @param cpu the one that can limit their processors, if there is one
 * @param io the one that can limit their reads and writes of disks, if there is one; may be the same
 */
record NodeCgroups(Optional<Path> cpu, Optional<Path> io) {

    List<Path> all() {
        return Stream.of(cpu, io).flatMap(Optional::stream).distinct().toList();
    }
}
