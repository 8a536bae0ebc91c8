package io.lifeboat.engine.local;

import io.lifeboat.engine.cluster.ClusterOperator;
import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.Migration;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import io.lifeboat.engine.telemetry.TelemetrySource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A cluster of operating-system processes on this machine. Thread-safe, except that {@link #poll} is for one thread.
 * {@link #close()} leaves nothing behind but logs.
 */
public final class LocalCluster implements ClusterOperator, TelemetrySource, AutoCloseable {

    private final NodeSet nodes;
    private final Agents agents;
    private final InstanceStarter starter;
    private final DataKeeper keeper;
    private final ExecutorService threads = Daemons.pool("cluster");
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final List<Thread> watchers = new ArrayList<>();
    private volatile boolean closed;

    private LocalCluster(LocalClusterConfig config, NodeSet nodes) throws IOException {
        this.nodes = nodes;
        this.agents = new Agents(config, nodes.classPathFile(), nodes.byId());
        this.starter = new InstanceStarter(config, nodes.classPathFile(), new Ports(System.nanoTime() / 1000));
        this.keeper = new DataKeeper(config.clock(), nodes.all(), this::replicas);
    }

    /**
     * Starts the nodes and returns when every agent has reported.
     *
     * @throws LocalClusterException if one does not; then nothing is left
     */
    public static LocalCluster start(LocalClusterConfig config) {
        NodeSet nodes = NodeSet.create(config);
        LocalCluster cluster = null;
        try {
            cluster = new LocalCluster(config, nodes);
            cluster.boot();
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (cluster == null) {
                nodes.close();
            } else {
                cluster.close();
            }
            throw failure("The cluster could not be started", e);
        }
    }

    private void boot() throws IOException, InterruptedException {
        for (NodeRuntime node : nodes.all()) {
            agents.start(node);
        }
        agents.awaitReports(nodes.all());
        watchers.add(keeper.start());
        watchers.add(Daemons.start("briefing", () -> {
            while (Sleep.millis(200)) {
                nodes.all().forEach(NodeRuntime::brief);
            }
        }));
    }

    private static LocalClusterException failure(String what, Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return e instanceof LocalClusterException known
                ? known
                : new LocalClusterException("%s: %s. Maybe check the run directory.".formatted(what, e), e);
    }

    /** The nodes, in the order of their numbers. */
    public List<LocalNode> nodes() {
        return List.copyOf(nodes.all());
    }

    /**
     * The node of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public LocalNode node(String id) {
        return nodes.get(id);
    }

    /**
     * Starts a service and returns when all its replicas are ready.
     *
     * @throws IllegalArgumentException if a node is unknown or the name is taken
     * @throws LocalClusterException if the command does not exist, the port of the endpoint is taken or a replica does
     *     not become ready; then nothing of it is left
     */
    public WorkloadEndpoint deploy(WorkloadSpec spec) {
        requireOpen();
        CommandRules.check(spec);
        List<NodeRuntime> targets = spec.nodes().isEmpty()
                ? Deployer.leastLoaded(nodes.ready(), services())
                : spec.nodes().stream().map(nodes::get).toList();
        if (targets.isEmpty()) {
            throw new LocalClusterException("No node is ready for workload \"%s\".".formatted(spec.name()));
        }
        synchronized (services) {
            if (services.containsKey(spec.name())) {
                throw new IllegalArgumentException(
                        "A workload \"%s\" is deployed already. Maybe give this one another name."
                                .formatted(spec.name()));
            }
        }
        try {
            Service service = new Deployer(starter, threads).deploy(spec, targets);
            synchronized (services) {
                services.put(spec.name(), service);
            }
            service.replicas().forEach(keeper::copy);
            nodes.all().forEach(NodeRuntime::brief);
            return service;
        } catch (InterruptedException e) {
            throw failure("Workload \"%s\" could not be deployed".formatted(spec.name()), e);
        }
    }

    /**
     * The endpoint of a deployed service.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public WorkloadEndpoint endpoint(String service) {
        synchronized (services) {
            Service found = services.get(service);
            if (found == null) {
                throw new IllegalArgumentException("There is no service \"%s\". %s"
                        .formatted(service, Suggestion.among(services.keySet(), service)));
            }
            return found;
        }
    }

    /** Kills every process of a node at once, without warning. Returns when they are dead. */
    public void crash(String node) {
        nodes.get(node).kill();
    }

    /**
     * Starts the agent of a dead node again and returns when it has reported. Its workloads stay dead until they are
     * moved.
     *
     * @throws LocalClusterException if the node is not down, or does not come up
     */
    public void restart(String node) {
        NodeRuntime dead = nodes.get(node);
        if (dead.status() != NodeStatus.DOWN) {
            throw new LocalClusterException(
                    "Node \"%s\" is %s, so it cannot be started. Maybe crash it first.".formatted(node, dead.status()));
        }
        try {
            agents.start(dead);
            agents.awaitReports(List.of(dead));
        } catch (IOException | InterruptedException e) {
            throw failure("Node \"%s\" could not be restarted".formatted(node), e);
        }
    }

    /** The log files of agents and workloads, those of the agents first. */
    public List<Path> logs() {
        return Stream.concat(agents.logs().stream(), starter.logs().stream()).toList();
    }

    @Override
    public ClusterSnapshot snapshot() {
        return new ClusterSnapshot(
                nodes.all().stream().map(NodeRuntime::snapshot).toList(),
                replicas().stream().map(Replica::snapshot).toList());
    }

    @Override
    public Migration migrate(MigrationOrder order) {
        requireOpen();
        MigrationRun run = MigrationRules.prepare(order, services(), nodes, starter);
        threads.execute(run);
        return run;
    }

    @Override
    public void cordon(String node) {
        nodes.get(node).setCordoned(true);
    }

    @Override
    public void uncordon(String node) {
        nodes.get(node).setCordoned(false);
    }

    @Override
    public List<TelemetryFrame> poll() {
        return agents.poll();
    }

    private List<Service> services() {
        synchronized (services) {
            return List.copyOf(services.values());
        }
    }

    private List<Replica> replicas() {
        return services().stream()
                .flatMap(service -> service.replicas().stream())
                .toList();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The cluster is closed.");
        }
    }

    /** Kills everything, and removes cgroups and all files but logs. May be called more than once. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        watchers.forEach(Thread::interrupt);
        threads.shutdownNow();
        services().forEach(Service::close);
        nodes.kill();
        awaitThreads();
        agents.close();
        nodes.close();
    }

    /** A migration that was interrupted may have started a process just before; it kills that itself. */
    private void awaitThreads() {
        try {
            threads.awaitTermination(10, TimeUnit.SECONDS);
            for (Thread watcher : watchers) {
                watcher.join(10_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
