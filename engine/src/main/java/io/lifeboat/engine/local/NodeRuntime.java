package io.lifeboat.engine.local;

import io.lifeboat.engine.agent.Report;
import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.engine.telemetry.Metric;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node: its agent, its children, and what is known about it. Thread-safe. */
final class NodeRuntime implements LocalNode {

    private final String id;
    private final Resources capacity;
    private final AddressLease lease;
    private final NodeLink link;
    private final NodeCgroups cgroups;
    private final Path disk;
    private final long unreachableAfterNanos;
    private final Set<Child> workloads = new CopyOnWriteArraySet<>();
    private final Set<Instance> instances = new CopyOnWriteArraySet<>();
    private volatile @Nullable Child agent;
    private volatile Report.@Nullable Hello hello;
    private volatile long lastHeardNanos;
    private volatile boolean cordoned;
    private volatile Duration latency = Duration.ZERO;
    private String lastOrders = "";

    NodeRuntime(
            String id, LocalClusterConfig config, AddressLease lease, NodeLink link, NodeCgroups cgroups, Path disk) {
        this.id = id;
        this.capacity = config.capacity();
        this.lease = lease;
        this.link = link;
        this.cgroups = cgroups;
        this.disk = disk;
        this.unreachableAfterNanos = config.unreachableAfter().toNanos();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public InetAddress address() {
        return lease.address();
    }

    @Override
    public Optional<Path> cpuCgroup() {
        return cgroups.cpu();
    }

    @Override
    public Optional<Path> ioCgroup() {
        return cgroups.io();
    }

    NodeCgroups cgroups() {
        return cgroups;
    }

    @Override
    public double cpus() {
        return capacity.cpus();
    }

    @Override
    public Path disk() {
        return disk;
    }

    NodeLink link() {
        return link;
    }

    @Override
    public List<Long> pids() {
        Child current = agent;
        return Stream.concat(Stream.ofNullable(current), workloads.stream())
                .flatMap(child -> child.family().stream())
                .map(ProcessHandle::pid)
                .toList();
    }

    @Override
    public List<Region> memoryRegions() {
        List<Region> regions = new ArrayList<>();
        Report.Hello current = hello;
        if (isAgentAlive() && current != null && current.scrubAddress() != 0) {
            regions.add(new Region(current.pid(), current.scrubAddress(), current.scrubLength(), "agent scrub"));
        }
        instances.forEach(instance -> regions.addAll(instance.regions()));
        return regions;
    }

    void onHello(Report.Hello greeting) {
        Child current = agent;
        if (current != null && current.pid() == greeting.pid()) {
            hello = greeting;
        }
    }

    void onMeasured(Report.Measured measured) {
        lastHeardNanos = System.nanoTime();
        Double roundTrip = measured.values().get(Metric.NETWORK_ROUND_TRIP);
        if (roundTrip != null) {
            latency = Duration.ofNanos((long) (roundTrip * 1e9));
        }
    }

    /** Whether the agent that runs now has been heard of. */
    boolean hasReported() {
        return hello != null && status() != NodeStatus.UNREACHABLE;
    }

    void setAgent(Child child) {
        hello = null;
        lastHeardNanos = System.nanoTime();
        synchronized (this) {
            lastOrders = "";
        }
        agent = child;
        child.onExit().thenRun(() -> {
            // A dead node runs nothing: without its agent nobody would look after these.
            if (agent == child) {
                killWorkloads();
            }
        });
    }

    boolean isAgentAlive() {
        Child current = agent;
        return current != null && current.isAlive();
    }

    Optional<Child> agent() {
        return Optional.ofNullable(agent);
    }

    void setCordoned(boolean value) {
        cordoned = value;
    }

    NodeStatus status() {
        if (!isAgentAlive()) {
            return NodeStatus.DOWN;
        }
        if (System.nanoTime() - lastHeardNanos > unreachableAfterNanos) {
            return NodeStatus.UNREACHABLE;
        }
        return cordoned ? NodeStatus.CORDONED : NodeStatus.READY;
    }

    Node snapshot() {
        return new Node(id, capacity, status(), latency);
    }

    void add(Child child) {
        workloads.add(child);
        child.onExit().thenRun(() -> workloads.remove(child));
    }

    void add(Instance instance) {
        instances.add(instance);
        instance.child().onExit().thenRun(() -> instances.remove(instance));
    }

    /** Tells the agent what belongs to its node, if that has changed. */
    synchronized void brief() {
        Child current = agent;
        if (current == null || !current.isAlive()) {
            return;
        }
        StringBuilder pids = new StringBuilder("pids");
        StringBuilder logs = new StringBuilder("logs");
        for (Child child : workloads) {
            child.family().forEach(process -> pids.append(' ').append(process.pid()));
            logs.append('\t').append(child.log());
        }
        String orders = pids + "\n" + logs;
        if (!orders.equals(lastOrders) && current.tell(orders)) {
            lastOrders = orders;
        }
    }

    /** SIGKILL for everything at once; {@code dying} is called before the deaths are waited for. */
    void kill(Runnable dying) {
        List<Child> all = Stream.concat(agent().stream(), workloads.stream()).toList();
        all.forEach(Child::kill);
        dying.run();
        for (Child child : all) {
            try {
                child.awaitEnd();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void killWorkloads() {
        workloads.forEach(Child::kill);
    }

    /** Gives address and network back. Everything on the node must be dead. */
    void release() {
        Closing.quietly(link);
        lease.close();
        cgroups.all().forEach(Cgroups::remove);
    }
}
