package io.lifeboat.fault.undo;

/**
 * Undoing goes through to the end, also in a thread that was interrupted: a test that ran into its time-out is the very
 * one that must be cleaned up after. The interruption is put off, not lost.
 */
public final class Uninterrupted {

    private Uninterrupted() {}

    /** Runs it with the calling thread's interruption put aside, and puts it back in the end. */
    public static void run(Runnable undo) {
        boolean interrupted = Thread.interrupted();
        try {
            undo.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
