package io.lifeboat.fault.undo;

import java.nio.file.Path;

/** One thing to undo. Every action may be carried out any number of times, also when there is nothing to undo. */
public sealed interface UndoAction {

    /** Kills every process whose environment holds {@code name=value}, until none is left. */
    record KillMarked(String name, String value) implements UndoAction {}

    /** Sends SIGCONT to the process, if it is still the one that started then. */
    record Continue(long pid, long startTicks) implements UndoAction {}

    /** Writes a value back into a control file, if the file still exists. */
    record Restore(Path file, String value) implements UndoAction {}

    /** Removes an empty cgroup and the empty ones below it. */
    record RemoveCgroup(Path cgroup) implements UndoAction {}

    /** Deletes a directory tree of ours. */
    record DeleteTree(Path directory) implements UndoAction {}
}
