package io.lifeboat.fault.undo;

import java.util.ArrayList;
import java.util.List;

/** Carries out undo actions, the newest first, each whatever became of the others. */
final class UndoExecutor {

    private final OwnedTrees trees;

    UndoExecutor(OwnedTrees trees) {
        this.trees = trees;
    }

    /** Undoes all and says, a line each, what could not be undone. */
    List<String> undo(List<UndoAction> actions) {
        List<String> problems = new ArrayList<>();
        Uninterrupted.run(() -> undo(actions, problems));
        return problems;
    }

    private void undo(List<UndoAction> actions, List<String> problems) {
        // What still runs could use again what is about to be removed, so killing comes first.
        actions.stream().filter(UndoAction.KillMarked.class::isInstance).forEach(action -> attempt(action, problems));
        for (int i = actions.size() - 1; i >= 0; i--) {
            if (!(actions.get(i) instanceof UndoAction.KillMarked)) {
                attempt(actions.get(i), problems);
            }
        }
    }

    private void attempt(UndoAction action, List<String> problems) {
        try {
            carryOut(action);
        } catch (Exception e) {
            problems.add("%s: %s".formatted(action, e.getMessage()));
        }
    }

    private void carryOut(UndoAction action) throws Exception {
        if (action instanceof UndoAction.KillMarked kill) {
            new MarkedProcesses(kill.name(), kill.value()).killAll();
        } else if (action instanceof UndoAction.Continue go) {
            Signals.continueIfSame(new ProcessIdentity(go.pid(), go.startTicks()));
        } else if (action instanceof UndoAction.Restore restore) {
            ControlFiles.restore(restore.file(), restore.value());
        } else if (action instanceof UndoAction.RemoveCgroup remove) {
            ControlFiles.removeCgroup(remove.cgroup());
        } else if (action instanceof UndoAction.DeleteTree delete) {
            trees.delete(delete.directory());
        }
    }
}
