package io.lifeboat.junit;

import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;

/**
 * Injects faults by hand, for what a schedule on an annotation cannot say. Faults still in place when the test ends are
 * undone; one that never took effect fails the test. Thread-safe.
 */
public interface FaultController {

    /**
     * Injects a failure with the usual figures.
     *
     * @param target id of a node, or name of a workload: then the node that it runs on now
     * @param severity above 0 and up to 1
     * @throws IllegalArgumentException if the target is unknown or the severity impossible
     * @throws io.lifeboat.fault.FaultException if nothing here can inject it
     */
    InjectedFault inject(FailureType type, String target, double severity);

    /** As {@link #inject(FailureType, String, double)}, with all figures given. */
    InjectedFault inject(Failure failure, String target);

    /**
     * Puts a failure in place that does nothing yet, to be led by hand to its worst.
     *
     * @param failure its severity is the worst that it will come to
     * @throws IllegalArgumentException if the target is unknown
     * @throws io.lifeboat.fault.FaultException if nothing here can inject it
     */
    InjectedFault place(Failure failure, String target);

    /** Kills every process of a node at once. */
    void crash(String target);
}
