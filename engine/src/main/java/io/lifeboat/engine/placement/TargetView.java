package io.lifeboat.engine.placement;

import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.Resources;

/**
 * A node as a possible target.
 *
 * @param node as the platform sees it
 * @param usedCpus processors requested by workloads placed on it or on their way to it
 * @param usedMemoryBytes memory requested likewise
 * @param warned whether it has an open alert of tier warning or above
 * @param fresh whether its telemetry is up to date
 * @param health lowest health of its components, 0 to 100
 */
public record TargetView(
        Node node, double usedCpus, long usedMemoryBytes, boolean warned, boolean fresh, double health) {

    /** Whether the node still has room for the request. */
    boolean hasRoomFor(Resources request) {
        return node.capacity()
                .covers(new Resources(usedCpus + request.cpus(), usedMemoryBytes + request.memoryBytes()));
    }

    /** Share of the scarcer resource that is left after placing the request, 0 to 1. */
    double freeShareAfter(Resources request) {
        double cpus = left(node.capacity().cpus(), usedCpus + request.cpus());
        double memory = left(node.capacity().memoryBytes(), usedMemoryBytes + request.memoryBytes());
        return Math.max(0, Math.min(cpus, memory));
    }

    private static double left(double capacity, double used) {
        return capacity == 0 ? 0 : (capacity - used) / capacity;
    }
}
