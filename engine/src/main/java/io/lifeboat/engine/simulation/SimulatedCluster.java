package io.lifeboat.engine.simulation;

import io.lifeboat.engine.cluster.ClusterOperator;
import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.Migration;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.engine.cluster.Workload;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import io.lifeboat.engine.telemetry.TelemetrySource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A cluster of objects in virtual time. Frames come every 100 ms, crashed and cut nodes send none; the platform notices
 * both after 1 s. Everything random comes from the seed, so that two runs with the same calls are identical to the bit.
 * Thread-safe.
 */
public final class SimulatedCluster implements ClusterOperator, TelemetrySource {

    /** Time between two telemetry frames of a node. */
    public static final Duration INTERVAL = Duration.ofMillis(100);

    private final SimulatedClock clock;
    private final SplittableRandom random;
    private final Map<String, SimulatedNode> nodes;
    private final Map<String, Workload> workloads;
    private final Map<String, SimulatedMigration> running = new LinkedHashMap<>();
    private Instant nextFrame;
    private long requests;

    SimulatedCluster(SimulatedClusterBuilder builder) {
        this.clock = builder.clock;
        this.random = new SplittableRandom(builder.seed);
        this.nodes = new LinkedHashMap<>();
        builder.nodes.forEach((id, capacity) -> nodes.put(
                id, new SimulatedNode(id, capacity, builder.domains.getOrDefault(id, Map.of()), random.split())));
        this.workloads = new LinkedHashMap<>(builder.workloads);
        this.nextFrame = clock.instant().plus(INTERVAL);
    }

    public static SimulatedClusterBuilder builder() {
        return new SimulatedClusterBuilder();
    }

    /**
     * Lets virtual time pass in steps of {@link #INTERVAL}, the last one shorter if need be.
     *
     * @param onStep called after each step with the new instant, usually {@code engine::tick}; may use this cluster
     */
    public void advance(Duration duration, Consumer<Instant> onStep) {
        Instant end = clock.instant().plus(duration);
        while (clock.instant().isBefore(end)) {
            Duration left = Duration.between(clock.instant(), end);
            clock.advance(left.compareTo(INTERVAL) < 0 ? left : INTERVAL);
            onStep.accept(clock.instant());
        }
    }

    /**
     * Impairs a node, or ends an impairment with severity 0.
     *
     * @param severity 0 to 1
     */
    public synchronized void degrade(String node, Impairment impairment, double severity) {
        if (!(severity >= 0 && severity <= 1)) {
            throw new IllegalArgumentException(
                    "severity (%s) of %s on node \"%s\" must be within 0 and 1.".formatted(severity, impairment, node));
        }
        node(node).degrade(impairment, severity);
    }

    /** Multiplies the usual load of a node; 1 is the default, a load step of fourfold is 4. */
    public synchronized void load(String node, double factor) {
        if (!(factor >= 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "factor (%s) of node \"%s\" must be a finite number of at least 0.".formatted(factor, node));
        }
        node(node).load(factor);
    }

    /** The node dies at once, with everything on it. */
    public synchronized void crash(String node) {
        SimulatedNode lost = node(node);
        settle(clock.instant());
        lost.crash(clock.instant());
        running.values().forEach(migration -> migration.onNodeLost(node));
    }

    /** The node is not reachable any more; it goes on running. */
    public synchronized void cut(String node) {
        SimulatedNode lost = node(node);
        settle(clock.instant());
        lost.cut(clock.instant());
        running.values().forEach(migration -> migration.onNodeLost(node));
    }

    /** The node is as good as new: alive, reachable, without impairments. It stays cordoned if it was. */
    public synchronized void recover(String node) {
        SimulatedNode restored = node(node);
        settle(clock.instant());
        restored.recover();
    }

    /**
     * Sends one request to a service; its replicas take turns.
     *
     * @param now when the request is sent; not before the clock's time
     */
    public synchronized SimulatedResponse request(String service, Instant now) {
        settle(now);
        List<Workload> replicas = workloads.values().stream()
                .filter(workload -> workload.service().equals(service))
                .toList();
        if (replicas.isEmpty()) {
            throw new IllegalArgumentException("service \"%s\" is unknown.%nMaybe one of: %s."
                    .formatted(
                            service,
                            workloads.values().stream()
                                    .map(Workload::service)
                                    .distinct()
                                    .toList()));
        }
        Workload chosen = replicas.get((int) (requests++ % replicas.size()));
        SimulatedMigration migration = running.get(chosen.id());
        Duration hold = migration == null ? Duration.ZERO : migration.hold(now);
        // A held request is answered by the target, once the switch is done.
        String server = hold.isZero() || migration == null
                ? chosen.node()
                : migration.order().to();
        return SimulatedRequests.answer(node(server), hold, random);
    }

    @Override
    public synchronized List<TelemetryFrame> poll() {
        Instant now = clock.instant();
        List<TelemetryFrame> frames = new ArrayList<>();
        for (; !nextFrame.isAfter(now); nextFrame = nextFrame.plus(INTERVAL)) {
            for (SimulatedNode node : nodes.values()) {
                if (node.isAlive()) {
                    frames.add(SimulatedTelemetry.frame(node, nextFrame));
                }
            }
        }
        return frames;
    }

    @Override
    public synchronized ClusterSnapshot snapshot() {
        Instant now = clock.instant();
        settle(now);
        return new ClusterSnapshot(
                nodes.values().stream().map(node -> node.view(now)).toList(), List.copyOf(workloads.values()));
    }

    @Override
    public synchronized Migration migrate(MigrationOrder order) {
        settle(clock.instant());
        Workload workload = new OrderCheck(nodes.keySet(), workloads, running.keySet()).check(order);
        SimulatedMigration migration = new SimulatedMigration(this, order, workload, clock.instant(), random.split());
        running.put(order.workload(), migration);
        return migration;
    }

    @Override
    public synchronized void cordon(String node) {
        node(node).cordon(true);
    }

    @Override
    public synchronized void uncordon(String node) {
        node(node).cordon(false);
    }

    synchronized <T> T settled(Supplier<T> value) {
        settle(clock.instant());
        return value.get();
    }

    void place(String workload, String node) {
        workloads.computeIfPresent(workload, (id, before) -> before.on(node));
    }

    boolean isAlive(String node) {
        return node(node).isAlive();
    }

    private void settle(Instant now) {
        running.values().forEach(migration -> migration.advance(now));
        running.values().removeIf(migration -> migration.current().isFinal());
    }

    private SimulatedNode node(String id) {
        SimulatedNode node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("node \"%s\" is unknown.%nMaybe one of: %s."
                    .formatted(id, nodes.keySet().stream().limit(10).toList()));
        }
        return node;
    }

    /** Resources of a node unless told otherwise: 4 processors and 8 GiB. */
    static Resources defaultCapacity() {
        return new Resources(4, 8L << 30);
    }
}
