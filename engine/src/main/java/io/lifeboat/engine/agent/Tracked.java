package io.lifeboat.engine.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What belongs to the node, as the cluster told the agent. Thread-safe: written by one thread, read by others. */
final class Tracked {

    private volatile List<Long> workloads = List.of();
    private volatile List<Path> logs = List.of();

    /** The processes of the node, the agent included. */
    List<Long> pids() {
        return Stream.concat(Stream.of(ProcessHandle.current().pid()), workloads.stream())
                .toList();
    }

    List<Path> logs() {
        return logs;
    }

    /** Takes a line such as {@code pids 12 13} or {@code logs} and paths, separated by tabs. */
    void tell(String line) {
        if (line.startsWith("pids")) {
            workloads = Stream.of(line.substring(4).split(" "))
                    .filter(word -> !word.isEmpty())
                    .map(Long::valueOf)
                    .toList();
        } else if (line.startsWith("logs")) {
            logs = Stream.of(line.substring(4).split("\t"))
                    .filter(word -> !word.isEmpty())
                    .map(Path::of)
                    .toList();
        }
    }

    /** Ends the workloads at once. */
    void killWorkloads() {
        workloads.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }
}
