package io.lifeboat.engine.local;

import io.lifeboat.engine.local.endpoint.EndpointServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

/** Brings a new service up. */
final class Deployer {

    /** Longer than any sensible move, so that only a stuck one ends in errors. */
    private static final Duration MAX_HOLD = Duration.ofSeconds(120);

    private final InstanceStarter starter;
    private final ExecutorService threads;

    Deployer(InstanceStarter starter, ExecutorService threads) {
        this.starter = starter;
        this.threads = threads;
    }

    /**
     * @param nodes where the replicas go in turn
     * @throws LocalClusterException if one does not become ready; then none is left
     */
    Service deploy(WorkloadSpec spec, List<NodeRuntime> nodes) throws InterruptedException {
        Service service = new Service(spec, openEndpoint(spec));
        try {
            List<CompletableFuture<Void>> starts = new ArrayList<>();
            for (int i = 0; i < spec.replicas(); i++) {
                String id = spec.replicas() == 1 ? spec.name() : spec.name() + "-" + (i + 1);
                Replica replica = new Replica(id, spec, nodes.get(i % nodes.size()));
                service.replicas().add(replica);
                starts.add(CompletableFuture.runAsync(() -> start(service, replica), threads));
            }
            await(starts);
            return service;
        } catch (RuntimeException | InterruptedException e) {
            service.close();
            service.replicas()
                    .forEach(replica -> replica.instance()
                            .ifPresent(instance -> instance.child().kill()));
            throw e;
        }
    }

    private static EndpointServer openEndpoint(WorkloadSpec spec) {
        boolean http = spec.protocol() == Protocol.HTTP
                || (spec.protocol() == Protocol.AUTO && spec.readiness() instanceof Readiness.HttpPath);
        try {
            return EndpointServer.open(spec.name(), http, spec.endpointPort(), MAX_HOLD);
        } catch (IOException e) {
            Optional<String> owner = PortOwner.of(spec.endpointPort());
            throw new LocalClusterException(
                    "Port %d for the endpoint of workload \"%s\" cannot be used: it is taken%s (%s). Maybe use port 0 for any free one."
                            .formatted(
                                    spec.endpointPort(),
                                    spec.name(),
                                    owner.map(text -> " " + text).orElse(""),
                                    e.getMessage()),
                    e);
        }
    }

    private void start(Service service, Replica replica) {
        try {
            prepareData(replica);
            service.serve(replica, starter.start(replica.spec(), replica.id(), replica.node()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalClusterException("The cluster was closed.", e);
        }
    }

    private static void prepareData(Replica replica) {
        Optional<Path> data = InstanceStarter.dataDirectory(replica.spec(), replica.id(), replica.node());
        if (data.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(data.get());
            if (replica.spec().initialData().isPresent()) {
                new Mirror(replica.spec().initialData().get(), data.get()).sync();
            }
        } catch (IOException e) {
            throw new LocalClusterException(
                    "The data directory of workload \"%s\" cannot be made: %s. Maybe the disk is full."
                            .formatted(replica.id(), e),
                    e);
        }
    }

    private static void await(List<CompletableFuture<Void>> starts) throws InterruptedException {
        // All have ended, well or not, before anything is judged, so that nothing starts after the clean-up.
        try {
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LocalClusterException failure) {
                throw failure;
            }
            throw new LocalClusterException(
                    "A workload could not be started: %s. Maybe see the logs.".formatted(e.getCause()), e.getCause());
        }
    }

    /** The nodes with the fewest workloads first, otherwise in their order. */
    static List<NodeRuntime> leastLoaded(List<NodeRuntime> nodes, List<Service> services) {
        Comparator<NodeRuntime> byLoad = Comparator.comparingLong(node -> services.stream()
                .flatMap(service -> service.replicas().stream())
                .filter(replica -> replica.node() == node)
                .count());
        return nodes.stream().sorted(byLoad).toList();
    }
}
