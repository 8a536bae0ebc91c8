package io.lifeboat.engine.local;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.Resources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service to deploy: one or more equal child processes behind one endpoint.
 *
 * <p>In {@code command} and in the values of {@code environment}, <code>{port}</code>, <code>{host}</code>,
 * <code>{data}</code> and <code>{node}</code> stand for what the process is given; it also finds them in its
 * environment as {@code PORT}, {@code HOST}, {@code LIFEBOAT_DATA} and {@code LIFEBOAT_NODE}. It may append lines
 * {@code address length name} to the file {@code LIFEBOAT_REGIONS} to offer memory for corruption.
 *
 * @param name the service's name: letters, digits, {@code -}, {@code _} and {@code .}
 * @param command program and arguments
 * @param environment added to that of this JVM
 * @param replicas 1 or more; spread over {@code nodes}
 * @param nodes ids of the nodes to deploy to in turn; empty for those with the fewest workloads
 * @param criticality how much an outage hurts
 * @param slaPriority order among equals, higher first
 * @param acceptableDowntime positive
 * @param requests what one replica needs
 * @param readiness when a replica may be sent requests
 * @param protocol what clients speak
 * @param dataDirectory whether it keeps data that must move with it; then only one replica
 * @param initialData copied into the data directory at first
 * @param endpointPort port of the endpoint, 0 for any
 * @param drainTimeout how long requests in flight may take to finish when the workload is moved
 */
public record WorkloadSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        int replicas,
        List<String> nodes,
        Criticality criticality,
        int slaPriority,
        Duration acceptableDowntime,
        Resources requests,
        Readiness readiness,
        Protocol protocol,
        boolean dataDirectory,
        Optional<Path> initialData,
        int endpointPort,
        Duration drainTimeout) {

    public WorkloadSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        nodes = List.copyOf(nodes);
        SpecRules.check(name, command, replicas, dataDirectory, endpointPort);
        SpecRules.checkDurations(name, acceptableDowntime, drainTimeout);
        SpecRules.checkInitialData(name, initialData);
    }

    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The command that runs {@code main} with this JVM's Java and class path, and flags for a quick start. */
    public static List<String> javaMain(Class<?> main, String... arguments) {
        return javaMain(main.getName(), arguments);
    }

    /** See {@link #javaMain(Class, String...)}; {@code main} is the binary name of the class. */
    public static List<String> javaMain(String main, String... arguments) {
        return JavaCommand.of(main, List.of(arguments));
    }

    /** Collects what differs from the defaults. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private List<String> command = List.of();
        private Map<String, String> environment = Map.of();
        private int replicas = 1;
        private List<String> nodes = List.of();
        private Criticality criticality = Criticality.MEDIUM;
        private int slaPriority;
        private Duration acceptableDowntime = Duration.ofSeconds(30);
        private Resources requests = new Resources(0.1, 64L << 20);
        private Readiness readiness = Readiness.tcp();
        private Protocol protocol = Protocol.AUTO;
        private boolean dataDirectory;
        private Optional<Path> initialData = Optional.empty();
        private int endpointPort;
        private Duration drainTimeout = Duration.ofSeconds(10);

        private Builder(String name) {
            this.name = name;
        }

        public Builder command(List<String> value) {
            command = value;
            return this;
        }

        public Builder command(String... value) {
            return command(List.of(value));
        }

        /** Runs a main class, see {@link WorkloadSpec#javaMain(Class, String...)}. */
        public Builder main(Class<?> main, String... arguments) {
            return command(javaMain(main, arguments));
        }

        public Builder environment(Map<String, String> value) {
            environment = value;
            return this;
        }

        public Builder replicas(int value) {
            replicas = value;
            return this;
        }

        /** Nodes to deploy to, in turn. */
        public Builder on(String... value) {
            nodes = List.of(value);
            return this;
        }

        public Builder criticality(Criticality value) {
            criticality = value;
            return this;
        }

        public Builder slaPriority(int value) {
            slaPriority = value;
            return this;
        }

        public Builder acceptableDowntime(Duration value) {
            acceptableDowntime = value;
            return this;
        }

        public Builder requests(Resources value) {
            requests = value;
            return this;
        }

        public Builder readiness(Readiness value) {
            readiness = value;
            return this;
        }

        public Builder protocol(Protocol value) {
            protocol = value;
            return this;
        }

        /** The workload keeps data that must move with it. */
        public Builder dataDirectory(boolean value) {
            dataDirectory = value;
            return this;
        }

        /** As {@link #dataDirectory(boolean)}, beginning with a copy of {@code initial}. */
        public Builder dataDirectory(Path initial) {
            dataDirectory = true;
            initialData = Optional.of(initial);
            return this;
        }

        public Builder endpointPort(int value) {
            endpointPort = value;
            return this;
        }

        public Builder drainTimeout(Duration value) {
            drainTimeout = value;
            return this;
        }

        public WorkloadSpec build() {
            return new WorkloadSpec(
                    name,
                    command,
                    environment,
                    replicas,
                    nodes,
                    criticality,
                    slaPriority,
                    acceptableDowntime,
                    requests,
                    readiness,
                    protocol,
                    dataDirectory,
                    initialData,
                    endpointPort,
                    drainTimeout);
        }
    }
}
