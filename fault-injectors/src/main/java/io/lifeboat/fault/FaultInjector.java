package io.lifeboat.fault;

/** Injects failures by one means. Found through {@link java.util.ServiceLoader}. Implementations are thread-safe. */
public interface FaultInjector {

    /** A short name for reports, e.g. "cgroup-cpu". */
    String name();

    /** Whether the fault is only acted, not real; shown as such in every report. */
    default boolean simulated() {
        return false;
    }

    /** Higher is tried first. Real means rank above imitations of them. */
    default int priority() {
        return 0;
    }

    /** Whether this injector can inject the failure into the target. Touches nothing. */
    Availability availability(Failure failure, FaultTarget target);

    /**
     * Injects the failure with severity 0; {@link ActiveFault#severity} brings it to life.
     *
     * @param undo where the way back is written down before anything is touched
     * @throws FaultException if it could not be injected; then nothing is left behind
     */
    ActiveFault inject(Failure failure, FaultTarget target, io.lifeboat.fault.undo.UndoJournal undo);
}
