package io.lifeboat.fault.process;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Availability;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultInjector;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.undo.UndoJournal;

/** Stops all processes of a node by SIGSTOP. */
public final class PauseInjector implements FaultInjector {

    @Override
    public String name() {
        return "pause";
    }

    @Override
    public Availability availability(Failure failure, FaultTarget target) {
        return Groups.check(FailureType.PROCESS_PAUSE, failure, target, "SIGSTOP and SIGCONT");
    }

    @Override
    public ActiveFault inject(Failure failure, FaultTarget target, UndoJournal undo) {
        return new PauseFault(new StoppableGroup(Groups.of(target), undo));
    }
}
