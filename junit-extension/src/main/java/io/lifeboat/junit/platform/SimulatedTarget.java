package io.lifeboat.junit.platform;

import io.lifeboat.engine.simulation.SimulatedCluster;
import io.lifeboat.fault.FaultTarget;
import java.util.Optional;

/** A node of a simulated cluster, as a target of faults. It is its own and only handle. */
record SimulatedTarget(String node, SimulatedCluster cluster) implements FaultTarget {

    @Override
    public <T> Optional<T> handle(Class<T> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }
}
