package io.lifeboat.engine.local;

import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.local.endpoint.Backend;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Starts processes of workloads and waits until they are ready. Thread-safe. */
final class InstanceStarter {

    private static final int PORT_ATTEMPTS = 3;
    private static final long LOOK_EVERY_MILLIS = 20;
    private static final Pattern PORT_TAKEN =
            Pattern.compile("address already in use|EADDRINUSE|BindException", Pattern.CASE_INSENSITIVE);

    private final LocalClusterConfig config;
    private final Path classPathFile;
    private final Ports ports;
    private final List<Path> logs = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();

    InstanceStarter(LocalClusterConfig config, Path classPathFile, Ports ports) {
        this.config = config;
        this.classPathFile = classPathFile;
        this.ports = ports;
    }

    List<Path> logs() {
        return logs;
    }

    static Optional<Path> dataDirectory(WorkloadSpec spec, String workload, NodeRuntime node) {
        return spec.dataDirectory() ? Optional.of(node.disk().resolve("data").resolve(workload)) : Optional.empty();
    }

    /**
     * Starts a process on a node. Its data directory must be in place.
     *
     * @throws LocalClusterException if it does not become ready; then it is dead
     */
    Instance start(WorkloadSpec spec, String workload, NodeRuntime node) throws InterruptedException {
        for (int attempt = 1; true; attempt++) {
            int port = ports.take();
            Child child = launch(spec, workload, node, port);
            node.add(child);
            boolean settled = false;
            try {
                Optional<InetSocketAddress> address = awaitReady(spec, workload, node, child, port);
                if (address.isPresent()) {
                    settled = true;
                    return instance(spec, workload, node, child, address.get());
                }
                boolean again = attempt < PORT_ATTEMPTS
                        && PORT_TAKEN.matcher(LogTail.text(child.log())).find();
                if (!again) {
                    throw new LocalClusterException(
                            "Workload \"%s\" ended on %s with exit code %d before it was ready. Maybe its command or its environment is wrong.%s"
                                    .formatted(
                                            workload,
                                            node.id(),
                                            child.exitCode().orElse(-1),
                                            LogTail.describe(child.log())));
                }
            } finally {
                if (!settled) {
                    child.kill();
                    child.awaitEnd();
                }
            }
        }
    }

    private Instance instance(
            WorkloadSpec spec, String workload, NodeRuntime node, Child child, InetSocketAddress address) {
        Backend backend = new Backend(workload + " on " + node.id(), node.link().toNode(address));
        Instance instance = new Instance(
                workload, node, child, backend, dataDirectory(spec, workload, node), regionsFile(child.log()));
        node.add(instance);
        return instance;
    }

    private static Path regionsFile(Path log) {
        return log.resolveSibling(log.getFileName() + ".regions");
    }

    private Child launch(WorkloadSpec spec, String workload, NodeRuntime node, int port) {
        if (node.status() == NodeStatus.DOWN) {
            throw new LocalClusterException(
                    "Node \"%s\" is down, so workload \"%s\" cannot start there. Maybe restart it."
                            .formatted(node.id(), workload));
        }
        Path log = config.directory()
                .resolve("%s-%d-%s.log".formatted(workload, count.incrementAndGet(), node.id()))
                .toAbsolutePath();
        Map<String, String> values = new HashMap<>();
        values.put("port", Integer.toString(port));
        values.put("host", node.address().getHostAddress());
        values.put("node", node.id());
        values.put("classPathFile", classPathFile.toString());
        dataDirectory(spec, workload, node).ifPresent(data -> values.put("data", data.toString()));
        try {
            Files.createFile(log);
            logs.add(log);
            return Child.start(
                    CommandRules.fill(spec.command(), values), environment(spec, values, log), log, node.cgroups());
        } catch (IOException e) {
            throw new LocalClusterException(
                    "The command %s of workload \"%s\" cannot be run: %s. Maybe the program is not executable or the disk is full."
                            .formatted(spec.command(), workload, e.getMessage()),
                    e);
        }
    }

    private Map<String, String> environment(WorkloadSpec spec, Map<String, String> values, Path log) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PORT", values.getOrDefault("port", ""));
        environment.put("HOST", values.getOrDefault("host", ""));
        environment.put("LIFEBOAT_NODE", values.getOrDefault("node", ""));
        environment.put("LIFEBOAT_REGIONS", regionsFile(log).toString());
        if (values.containsKey("data")) {
            environment.put("LIFEBOAT_DATA", values.getOrDefault("data", ""));
        }
        spec.environment().forEach((name, value) -> environment.put(name, CommandRules.fill(value, values)));
        environment.putAll(config.marker());
        return environment;
    }

    /** Empty if the process ended. */
    private static Optional<InetSocketAddress> awaitReady(
            WorkloadSpec spec, String workload, NodeRuntime node, Child child, int port) throws InterruptedException {
        ReadinessCheck check = new ReadinessCheck(spec.readiness(), node.address(), port, child.log());
        long deadline = System.nanoTime() + spec.readiness().timeout().toNanos();
        while (child.isAlive()) {
            Optional<InetSocketAddress> address = check.look();
            if (address.isPresent() && child.isAlive()) {
                return address;
            }
            if (System.nanoTime() > deadline) {
                throw new LocalClusterException(
                        "Workload \"%s\" was not ready on %s within %s (%s; it was given port %d as PORT). Maybe it listens elsewhere, or needs a longer timeout.%s"
                                .formatted(
                                        workload,
                                        node.id(),
                                        spec.readiness().timeout(),
                                        spec.readiness(),
                                        port,
                                        LogTail.describe(child.log())));
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return Optional.empty();
    }
}
