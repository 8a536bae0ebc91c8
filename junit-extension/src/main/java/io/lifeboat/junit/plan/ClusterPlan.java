package io.lifeboat.junit.plan;

import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.junit.ClusterScope;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cluster that a test asks for.
 *
 * @param simulated objects in virtual time instead of processes
 * @param nodes how many
 * @param capacity what each offers
 * @param scope how long it lives
 */
public record ClusterPlan(boolean simulated, int nodes, Resources capacity, ClusterScope scope) {

    public List<String> nodeIds() {
        return IntStream.rangeClosed(1, nodes).mapToObj(i -> "node-" + i).toList();
    }
}
