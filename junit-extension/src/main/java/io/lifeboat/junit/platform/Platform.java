package io.lifeboat.junit.platform;

import io.lifeboat.engine.EngineListener;
import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.fault.FaultInjector;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.undo.UndoJournal;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.report.journal.JournalEntry.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/** What a test runs on: a cluster with workloads, an engine that watches it, and time. Thread-safe. */
public interface Platform extends AutoCloseable {

    /** "local" or "simulated". */
    String name();

    default boolean simulated() {
        return !name().equals("local");
    }

    ClusterSnapshot snapshot();

    /** Names of the services deployed, in order. */
    List<String> services();

    Endpoint endpoint(String service);

    /** The handles by which faults reach a node. */
    FaultTarget target(String node);

    /** Injectors that only this platform has. */
    List<FaultInjector> injectors();

    UndoJournal undo();

    /** Kills a node at once; {@code dying} is called before its death is waited for. */
    void crash(String node, Runnable dying);

    /** Monotonic clock; virtual if simulated. */
    LongSupplier nanos();

    /** Wall-clock time; virtual if simulated. */
    Instant now();

    /** A fresh pace for one experiment. */
    Pace pace();

    /** Hears the engine from now on, until closed. */
    Subscription listen(EngineListener listener, TelemetryListener telemetry);

    /** Why the engine failed, if it did: empty while it works. */
    List<String> engineFailures();

    /** Puts these nodes in order for the next test: started again if dead, and their workloads back on them. */
    void restore(Set<String> nodes);

    /** Facts for the report. */
    List<Fact> facts();

    @Override
    void close();

    /** Ends listening. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
