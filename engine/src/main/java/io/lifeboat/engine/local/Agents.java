package io.lifeboat.engine.local;

import io.lifeboat.engine.agent.AgentMain;
import io.lifeboat.engine.agent.AgentOptions;
import io.lifeboat.engine.agent.Report;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingDeque;

/** Starts the agents of nodes and takes in what they report. Thread-safe. */
final class Agents implements Collector.Listener, AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(30);

    /** Small: there may be many agents on one machine, and each must leave it to the workloads. */
    private static final List<String> FLAGS =
            List.of("-Xmx48m", "-Xss256k", "-XX:-UsePerfData", "-XX:CICompilerCount=1");

    /** Frames nobody polls are dropped, the oldest first: 1,000 s of ten nodes. */
    private static final int MAX_FRAMES = 100_000;

    private final LocalClusterConfig config;
    private final Path classPathFile;
    private final Map<String, NodeRuntime> nodes;
    private final Collector collector;
    private final Echo echo;
    private final LinkedBlockingDeque<TelemetryFrame> frames = new LinkedBlockingDeque<>(MAX_FRAMES);
    private final List<Path> logs = new CopyOnWriteArrayList<>();

    Agents(LocalClusterConfig config, Path classPathFile, Map<String, NodeRuntime> nodes) throws IOException {
        this.config = config;
        this.classPathFile = classPathFile;
        this.nodes = nodes;
        this.echo = new Echo(InetAddress.getLoopbackAddress());
        this.collector = new Collector(InetAddress.getLoopbackAddress(), this);
    }

    List<Path> logs() {
        return logs;
    }

    void start(NodeRuntime node) throws IOException {
        AgentOptions options = new AgentOptions(
                node.id(),
                node.address(),
                node.link().datagramFromNode(collector.address()),
                node.link().datagramFromNode(echo.address()),
                config.reportingInterval(),
                node.disk().toAbsolutePath(),
                node.cpus(),
                config.capacity().memoryBytes(),
                node.cpuCgroup());
        List<String> command = CommandRules.fill(
                JavaCommand.of(AgentMain.class.getName(), FLAGS, options.toArguments()),
                Map.of("classPathFile", classPathFile.toString()));
        Path log = config.directory().resolve("agent-" + node.id() + ".log").toAbsolutePath();
        if (!logs.contains(log)) {
            logs.add(log);
        }
        node.setAgent(Child.start(command, config.marker(), log, node.cgroups()));
    }

    /** Waits until the agents that were just started have reported. */
    void awaitReports(List<NodeRuntime> started) throws InterruptedException {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        for (NodeRuntime node : started) {
            while (!node.hasReported()) {
                if (!node.isAgentAlive() || System.nanoTime() > deadline) {
                    throw new LocalClusterException(
                            "The agent of %s did not report. Maybe the machine is overloaded or out of memory.%s"
                                    .formatted(
                                            node.id(),
                                            node.agent()
                                                    .map(agent -> LogTail.describe(agent.log()))
                                                    .orElse("")));
                }
                Thread.sleep(5);
            }
        }
    }

    @Override
    public void onHello(Report.Hello hello) {
        NodeRuntime node = nodes.get(hello.node());
        if (node != null) {
            node.onHello(hello);
        }
    }

    @Override
    public void onMeasured(String id, Report.Measured measured) {
        NodeRuntime node = nodes.get(id);
        if (node == null) {
            return;
        }
        node.onMeasured(measured);
        // Time and place in the queue belong together, so that frames are in the order of their times.
        synchronized (frames) {
            TelemetryFrame frame = new TelemetryFrame(id, config.clock().instant(), measured.values());
            while (!frames.offerLast(frame)) {
                frames.pollFirst();
            }
        }
    }

    List<TelemetryFrame> poll() {
        List<TelemetryFrame> polled = new ArrayList<>();
        frames.drainTo(polled);
        return polled;
    }

    @Override
    public void close() {
        collector.close();
        echo.close();
    }
}
