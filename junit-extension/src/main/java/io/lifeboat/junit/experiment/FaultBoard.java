package io.lifeboat.junit.experiment;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Availability.Available;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultInjectors;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.junit.FaultController;
import io.lifeboat.junit.InjectedFault;
import io.lifeboat.junit.platform.Platform;
import io.lifeboat.report.journal.JournalEntry;
import java.util.ArrayList;
import java.util.List;

/** Injects faults, by schedule and by hand, and knows all that are in place. Thread-safe. */
final class FaultBoard implements FaultController, AutoCloseable {

    private final Platform platform;
    private final FaultInjectors injectors;
    private final Targets targets;
    private final Recording recording;
    private final PhaseTracker phases;
    private final Runnable begin;
    private final List<FaultInPlace> inPlace = new ArrayList<>();
    private int byHand;

    /**
     * @param begin begins the experiment: a fault injected by hand is something that happens in it
     */
    FaultBoard(Platform platform, Recording recording, PhaseTracker phases, Runnable begin) {
        this.platform = platform;
        this.injectors = FaultInjectors.load(platform.injectors());
        this.targets = new Targets(platform);
        this.recording = recording;
        this.phases = phases;
        this.begin = begin;
    }

    /** How the failure can be injected here, or a {@link io.lifeboat.fault.FaultException} that says what would help. */
    FaultInjectors.Choice choose(Failure failure, String target) {
        return injectors.choose(failure, platform.target(targets.node(target)));
    }

    @Override
    public InjectedFault inject(FailureType type, String target, double severity) {
        return inject(Failure.of(type, severity, byHand + 1L), target);
    }

    @Override
    public InjectedFault inject(Failure failure, String target) {
        InjectedFault fault = place(failure, target);
        fault.severity(failure.severity());
        return fault;
    }

    @Override
    public InjectedFault place(Failure failure, String target) {
        targets.node(target);
        begin.run();
        return put(nextId(), failure, target, 0);
    }

    private synchronized String nextId() {
        byHand++;
        return "by-hand-" + byHand;
    }

    @Override
    public void crash(String target) {
        inject(FailureType.PROCESS_CRASH, target, 1).close();
    }

    /** Puts a fault in place with severity 0. */
    FaultInPlace put(String id, Failure failure, String target, long rampUpMicros) {
        String node = targets.node(target);
        FaultTarget faultTarget = platform.target(node);
        FaultInjectors.Choice choice = injectors.choose(failure, faultTarget);
        ActiveFault active = choice.injector().inject(failure, faultTarget, platform.undo());
        Available means = choice.available();
        phases.faultInjected();
        recording.write(at -> new JournalEntry.FaultInjected(
                at,
                id,
                failure.type().name(),
                node,
                failure.severity(),
                rampUpMicros,
                choice.injector().name(),
                means.means(),
                choice.injector().simulated()));
        FaultInPlace fault =
                new FaultInPlace(id, node, failure, active, recording, platform::crash, phases::faultEnded);
        synchronized (this) {
            inPlace.add(fault);
        }
        return fault;
    }

    /** Undoes all that is still in place, the newest first. */
    @Override
    public void close() {
        List<FaultInPlace> all;
        synchronized (this) {
            all = new ArrayList<>(inPlace);
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            all.get(i).close();
        }
    }
}
