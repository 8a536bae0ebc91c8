package io.lifeboat.engine.local;

import io.lifeboat.engine.cluster.Resources;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * How to build a local cluster.
 *
 * @param nodes how many nodes, 1 to 64; they are called {@code node-1}, {@code node-2} and so on
 * @param capacity what each node offers; cpus must be positive
 * @param directory the run directory: logs, disks and argument files; made if missing, what the cluster put there other
 *     than logs is removed by {@link LocalCluster#close()}
 * @param marker environment variables that every child process gets, so that left-over processes can be recognised
 * @param links the network of the nodes
 * @param clock the time given to telemetry
 * @param reportingInterval how often an agent reports; 10 ms to 10 s
 * @param unreachableAfter silence after which a node whose agent lives is {@code UNREACHABLE}; more than the interval
 * @param cgroups hears of cgroups before they exist
 */
public record LocalClusterConfig(
        int nodes,
        Resources capacity,
        Path directory,
        Map<String, String> marker,
        NodeLinks links,
        InstantSource clock,
        Duration reportingInterval,
        Duration unreachableAfter,
        CgroupRegistry cgroups) {

    public LocalClusterConfig {
        marker = Map.copyOf(marker);
        if (nodes < 1 || nodes > 64) {
            throw new IllegalArgumentException(
                    "nodes (%d) must be within 1 and 64. Maybe use the simulated cluster for more.".formatted(nodes));
        }
        if (capacity.cpus() <= 0 || capacity.memoryBytes() <= 0) {
            throw new IllegalArgumentException(
                    "capacity (%s) of a node must offer CPU and memory. Maybe use 1 CPU and 1 GiB."
                            .formatted(capacity));
        }
        if (reportingInterval.toMillis() < 10 || reportingInterval.toSeconds() > 10) {
            throw new IllegalArgumentException(
                    "reportingInterval (%s) must be within 10 ms and 10 s.".formatted(reportingInterval));
        }
        if (unreachableAfter.compareTo(reportingInterval) <= 0) {
            throw new IllegalArgumentException(
                    "unreachableAfter (%s) must be longer than reportingInterval (%s). Maybe use 15 intervals."
                            .formatted(unreachableAfter, reportingInterval));
        }
    }

    /** A builder with three nodes of 1 CPU and 1 GiB, direct links, a report each 100 ms, unreachable after 1.5 s. */
    public static Builder builder(Path directory) {
        return new Builder(directory);
    }

    /** Collects what differs from the defaults. Not thread-safe. */
    public static final class Builder {

        private final Path directory;
        private int nodes = 3;
        private Resources capacity = new Resources(1, 1L << 30);
        private Map<String, String> marker = Map.of();
        private NodeLinks links = NodeLinks.direct();
        private InstantSource clock = InstantSource.system();
        private Duration reportingInterval = Duration.ofMillis(100);
        private Duration unreachableAfter = Duration.ofMillis(1500);
        private CgroupRegistry cgroups = CgroupRegistry.none();

        private Builder(Path directory) {
            this.directory = directory;
        }

        public Builder nodes(int value) {
            nodes = value;
            return this;
        }

        public Builder capacity(Resources value) {
            capacity = value;
            return this;
        }

        /** The environment variable that marks every child process. */
        public Builder marker(String name, String value) {
            marker = Map.of(name, value);
            return this;
        }

        public Builder links(NodeLinks value) {
            links = value;
            return this;
        }

        public Builder clock(InstantSource value) {
            clock = value;
            return this;
        }

        public Builder reportingInterval(Duration value) {
            reportingInterval = value;
            return this;
        }

        public Builder unreachableAfter(Duration value) {
            unreachableAfter = value;
            return this;
        }

        public Builder cgroups(CgroupRegistry value) {
            cgroups = value;
            return this;
        }

        public LocalClusterConfig build() {
            return new LocalClusterConfig(
                    nodes, capacity, directory, marker, links, clock, reportingInterval, unreachableAfter, cgroups);
        }
    }
}
