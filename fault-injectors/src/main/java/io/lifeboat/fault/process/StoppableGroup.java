package io.lifeboat.fault.process;

import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.ProcessGroup;
import io.lifeboat.fault.undo.ProcessIdentity;
import io.lifeboat.fault.undo.UndoAction;
import io.lifeboat.fault.undo.UndoJournal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The processes of a node, stopped and continued together; those that come later are included. Thread-safe. */
final class StoppableGroup implements AutoCloseable {

    private final ProcessGroup group;
    private final UndoJournal undo;
    private final SignalShell shell = SignalShell.open();
    private final Map<Long, UndoJournal.Entry> registered = new LinkedHashMap<>();

    StoppableGroup(ProcessGroup group, UndoJournal undo) {
        this.group = group;
        this.undo = undo;
    }

    /** Stops all that are there now; says which. */
    synchronized List<Long> stop() {
        List<Long> pids = Groups.pids(group);
        pids.forEach(this::register);
        shell.stop(pids);
        return pids;
    }

    /** Before a process is stopped for the first time: should this JVM die, it must go on. */
    private void register(long pid) {
        registered.computeIfAbsent(pid, id -> {
            ProcessIdentity identity = ProcessIdentity.of(id);
            return undo.register(new UndoAction.Continue(identity.pid(), identity.startTicks()));
        });
    }

    synchronized void continueAll() {
        shell.continueAll();
    }

    /** Lets all go on and verifies it. */
    @Override
    public synchronized void close() {
        shell.close();
        List<Long> still = ProcessStates.awaitRunning(List.copyOf(registered.keySet()));
        if (!still.isEmpty()) {
            throw new FaultException("Processes %s are still stopped.%nMaybe run kill -CONT on them.".formatted(still));
        }
        registered.values().forEach(UndoJournal.Entry::done);
    }
}
