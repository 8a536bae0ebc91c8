package io.lifeboat.engine.simulation;

import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.cluster.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** State of one node. Guarded by the cluster's lock. */
final class SimulatedNode {

    /** How long the platform takes to notice that a node died or is not heard of any more. */
    static final Duration DETECTION = Duration.ofSeconds(1);

    private static final Duration LATENCY = Duration.ofMillis(1);

    final String id;
    final SplittableRandom random;
    private final Resources capacity;
    private final Map<String, String> domains;
    private final double[] severities = new double[Impairment.values().length];
    private double load = 1;
    private boolean cordoned;
    private boolean crashed;
    private @Nullable Instant silentSince;

    SimulatedNode(String id, Resources capacity, Map<String, String> domains, SplittableRandom random) {
        this.id = id;
        this.capacity = capacity;
        this.domains = domains;
        this.random = random;
    }

    double severity(Impairment impairment) {
        return severities[impairment.ordinal()];
    }

    void degrade(Impairment impairment, double severity) {
        severities[impairment.ordinal()] = severity;
    }

    double load() {
        return load;
    }

    void load(double factor) {
        load = factor;
    }

    void cordon(boolean on) {
        cordoned = on;
    }

    boolean isAlive() {
        return silentSince == null;
    }

    boolean isCrashed() {
        return crashed;
    }

    void crash(Instant now) {
        crashed = true;
        silence(now);
    }

    void cut(Instant now) {
        silence(now);
    }

    private void silence(Instant now) {
        if (silentSince == null) {
            silentSince = now;
        }
    }

    void recover() {
        Arrays.fill(severities, 0);
        crashed = false;
        silentSince = null;
    }

    NodeStatus status(Instant now) {
        Instant since = silentSince;
        if (since != null && !now.isBefore(since.plus(DETECTION))) {
            return crashed ? NodeStatus.DOWN : NodeStatus.UNREACHABLE;
        }
        return cordoned ? NodeStatus.CORDONED : NodeStatus.READY;
    }

    Node view(Instant now) {
        return new Node(id, capacity, status(now), LATENCY, domains);
    }
}
