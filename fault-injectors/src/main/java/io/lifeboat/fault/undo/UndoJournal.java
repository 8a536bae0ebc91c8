package io.lifeboat.fault.undo;

/** Where the way back is written down, before anything is touched. Thread-safe. */
public interface UndoJournal {

    /**
     * Writes the action to disk. When this method returns, the action will be carried out even if this JVM is killed.
     */
    Entry register(UndoAction action);

    /** An action that waits to be needed. */
    interface Entry {

        /** Tells that the action is no longer needed. Does nothing when called again. */
        void done();
    }
}
