package io.lifeboat.junit.platform;

import io.lifeboat.engine.EngineListener;
import io.lifeboat.engine.EngineLoop;
import io.lifeboat.engine.SteadyClock;
import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.local.LocalCluster;
import io.lifeboat.engine.local.LocalClusterConfig;
import io.lifeboat.engine.local.WorkloadSpec;
import io.lifeboat.fault.FaultInjector;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.undo.UndoAction;
import io.lifeboat.fault.undo.UndoJournal;
import io.lifeboat.fault.undo.UndoSession;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.plan.ExperimentPlan;
import io.lifeboat.report.journal.JournalEntry.Fact;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/** Processes on this machine. */
final class LocalPlatform implements Platform {

    private final ExperimentPlan plan;
    private final UndoJournal undo;
    private final FaultyLinks links;
    private final LocalCluster cluster;
    private final InstantSource clock;
    private final EngineHub hub = new EngineHub();
    private final List<String> engineFailures = new CopyOnWriteArrayList<>();
    private final EngineLoop loop;
    private final HomePlacement home;
    private final String predictor;

    private LocalPlatform(
            ExperimentPlan plan, UndoJournal undo, FaultyLinks links, LocalCluster cluster, InstantSource clock) {
        this.plan = plan;
        this.undo = undo;
        this.links = links;
        this.cluster = cluster;
        this.clock = clock;
        this.home = HomePlacement.of(cluster);
        Predictors predictors = Predictors.of(plan.predictor());
        this.predictor = predictors.told();
        this.loop = EngineLoop.start(
                Engines.build(plan.engine(), predictors, cluster, hub.tap(cluster), hub),
                clock,
                EngineLoop.INTERVAL,
                failure -> engineFailures.add(failure.toString()));
    }

    static LocalPlatform open(ExperimentPlan plan, UndoSession session) {
        FaultyLinks links = new FaultyLinks();
        InstantSource clock = new SteadyClock(InstantSource.system(), System::nanoTime);
        LocalCluster cluster = LocalCluster.start(config(plan, session, links, clock));
        try {
            plan.workloads().forEach(cluster::deploy);
            return new LocalPlatform(plan, session, links, cluster, clock);
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private static LocalClusterConfig config(
            ExperimentPlan plan, UndoSession session, FaultyLinks links, InstantSource clock) {
        Path directory = session.newDirectory("cluster");
        return LocalClusterConfig.builder(directory)
                .nodes(plan.cluster().nodes())
                .capacity(plan.cluster().capacity())
                .marker(session.marker().name(), session.marker().value())
                .links(links)
                .clock(clock)
                .cgroups(cgroup -> session.register(new UndoAction.RemoveCgroup(cgroup)))
                .build();
    }

    @Override
    public String name() {
        return "local";
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
        return new LocalEndpoint(cluster.endpoint(service));
    }

    @Override
    public FaultTarget target(String node) {
        return new LocalTarget(cluster.node(node), links.of(node));
    }

    @Override
    public List<FaultInjector> injectors() {
        return List.of();
    }

    @Override
    public UndoJournal undo() {
        return undo;
    }

    @Override
    public void crash(String node, Runnable dying) {
        cluster.crash(node, dying);
    }

    @Override
    public LongSupplier nanos() {
        return System::nanoTime;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Pace pace() {
        return new RealPace();
    }

    @Override
    public Subscription listen(EngineListener listener, TelemetryListener telemetry) {
        return hub.listen(listener, telemetry);
    }

    @Override
    public List<String> engineFailures() {
        return List.copyOf(engineFailures);
    }

    @Override
    public void restore(Set<String> nodes) {
        home.restore(cluster, nodes);
    }

    @Override
    public List<Fact> facts() {
        return LocalFacts.of(cluster, predictor);
    }

    @Override
    public void close() {
        loop.close();
        cluster.close();
    }
}
