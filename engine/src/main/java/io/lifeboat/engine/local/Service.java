package io.lifeboat.engine.local;

import io.lifeboat.engine.local.endpoint.Backend;
import io.lifeboat.engine.local.endpoint.EndpointServer;
import io.lifeboat.engine.local.endpoint.Tally;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A deployed service: its endpoint and its replicas. Thread-safe. */
final class Service implements WorkloadEndpoint, AutoCloseable {

    private final WorkloadSpec spec;
    private final EndpointServer server;
    private final List<Replica> replicas = new CopyOnWriteArrayList<>();

    Service(WorkloadSpec spec, EndpointServer server) {
        this.spec = spec;
        this.server = server;
    }

    WorkloadSpec spec() {
        return spec;
    }

    EndpointServer server() {
        return server;
    }

    List<Replica> replicas() {
        return replicas;
    }

    @Override
    public String service() {
        return spec.name();
    }

    @Override
    public InetSocketAddress address() {
        return server.address();
    }

    /** Lets the process serve in the replica's name from now on, and takes it out of the rotation when it ends. */
    void serve(Replica replica, Instance instance) {
        synchronized (this) {
            replica.place(instance);
            refresh();
        }
        instance.child().onExit().thenRun(this::refresh);
    }

    /** New requests go to the processes that are alive. */
    private synchronized void refresh() {
        List<Backend> alive = replicas.stream()
                .map(Replica::instance)
                .flatMap(Optional::stream)
                .filter(Instance::isAlive)
                .map(Instance::backend)
                .toList();
        server.switchTo(alive);
    }

    @Override
    public Counters counters() {
        Tally tally = server.tally();
        return new Counters(
                tally.connections(),
                tally.requests(),
                tally.failures(),
                tally.retries(),
                tally.held(),
                Duration.ofNanos(tally.longestHoldNanos()));
    }

    @Override
    public void close() {
        server.close();
    }
}
