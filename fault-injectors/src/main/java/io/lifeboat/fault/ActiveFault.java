package io.lifeboat.fault;

/** A fault that is in place. Thread-safe. */
public interface ActiveFault extends AutoCloseable {

    /**
     * Makes the fault as bad as given. Called again and again while a fault ramps up or pulses.
     *
     * @param severity 0 for not at all, up to 1
     * @throws FaultException if it cannot be applied
     */
    void severity(double severity);

    /** What is known so far of the effect. Still valid after {@link #close()}. */
    InjectionEvidence evidence();

    /**
     * Undoes the fault and verifies that it is undone. Does nothing when called again.
     *
     * @throws FaultException if something is left behind
     */
    @Override
    void close();
}
