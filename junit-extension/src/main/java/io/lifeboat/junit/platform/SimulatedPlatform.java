package io.lifeboat.junit.platform;

import io.lifeboat.engine.Engine;
import io.lifeboat.engine.EngineListener;
import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.Workload;
import io.lifeboat.engine.local.WorkloadSpec;
import io.lifeboat.engine.simulation.SimulatedClock;
import io.lifeboat.engine.simulation.SimulatedCluster;
import io.lifeboat.engine.simulation.SimulatedClusterBuilder;
import io.lifeboat.engine.simulation.SimulatedResponse;
import io.lifeboat.fault.FaultInjector;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.undo.UndoJournal;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.load.Transport;
import io.lifeboat.junit.load.VirtualResponse;
import io.lifeboat.junit.plan.ExperimentPlan;
import io.lifeboat.report.journal.JournalEntry.Fact;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/** Objects in virtual time. Repeatable to the bit: nothing here asks the real clock or real chance. */
public final class SimulatedPlatform implements Platform {

    /** Time for the engine to get to know the healthy cluster. */
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private final ExperimentPlan plan;
    private final SimulatedCluster cluster;
    private final EngineHub hub = new EngineHub();
    private final VirtualTime time;

    private SimulatedPlatform(ExperimentPlan plan, SimulatedClock clock, SimulatedCluster cluster) {
        this.plan = plan;
        this.cluster = cluster;
        Engine engine = Engines.build(plan.engine(), Predictors.rules(), cluster, hub.tap(cluster), hub);
        this.time = new VirtualTime(clock, cluster, engine::tick);
    }

    static SimulatedPlatform open(ExperimentPlan plan) {
        SimulatedClock clock = SimulatedClock.atEpoch();
        SimulatedClusterBuilder builder =
                SimulatedCluster.builder().clock(clock).seed(plan.seed());
        plan.cluster().nodeIds().forEach(id -> builder.node(id, plan.cluster().capacity()));
        SimulatedWorkloads.of(plan).forEach(builder::workload);
        SimulatedPlatform platform = new SimulatedPlatform(plan, clock, builder.build());
        platform.time.pass(WARM_UP);
        return platform;
    }

    /** Lets virtual time pass up to a moment of {@link #nanos}. */
    public void sleepUntil(long nanos) {
        time.sleepUntil(nanos);
    }

    /** Carries requests to the model of the workload that the host of the URI names. */
    public Transport transport() {
        return uri -> {
            String service = service(uri);
            return () -> answer(cluster.request(service, time.now()));
        };
    }

    private String service(URI uri) {
        String host = String.valueOf(uri.getHost());
        return services().stream()
                .filter(name -> host.equals(name + SimulatedEndpoint.DOMAIN))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"%s\" is not the address of a simulated workload.%nMaybe use uri(…) of an Endpoint parameter."
                                .formatted(uri)));
    }

    private static VirtualResponse answer(SimulatedResponse response) {
        return new VirtualResponse(response.latency(), response.success() ? null : "the simulated node did not answer");
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public ClusterSnapshot snapshot() {
        return cluster.snapshot();
    }

    @Override
    public List<String> services() {
        return plan.workloads().stream().map(WorkloadSpec::name).toList();
    }

    @Override
    public Endpoint endpoint(String service) {
        return new SimulatedEndpoint(service);
    }

    @Override
    public FaultTarget target(String node) {
        return new SimulatedTarget(node, cluster);
    }

    @Override
    public List<FaultInjector> injectors() {
        return List.of(new SimulatedInjector());
    }

    /** Nothing real is touched, so nothing has to be undone after a kill. */
    @Override
    public UndoJournal undo() {
        return action -> () -> {};
    }

    @Override
    public void crash(String node, Runnable dying) {
        cluster.crash(node);
        dying.run();
    }

    @Override
    public LongSupplier nanos() {
        return time::nanos;
    }

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public Pace pace() {
        return time.pace();
    }

    @Override
    public Subscription listen(EngineListener listener, TelemetryListener telemetry) {
        return hub.listen(listener, telemetry);
    }

    /** An engine that fails in virtual time fails the test by itself: it runs in the test's thread. */
    @Override
    public List<String> engineFailures() {
        return List.of();
    }

    @Override
    public void restore(Set<String> nodes) {
        nodes.forEach(cluster::recover);
    }

    @Override
    public List<Fact> facts() {
        List<Workload> workloads = cluster.snapshot().workloads();
        return List.of(
                new Fact("time", "virtual"),
                new Fact("nodes", Integer.toString(plan.cluster().nodes())),
                new Fact("workloads", Integer.toString(workloads.size())));
    }

    @Override
    public void close() {
        // Objects only: nothing outlives the test.
    }
}
