package io.lifeboat.fault.process;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Availability;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultInjector;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.undo.UndoJournal;

/** Throttles without any privilege: processes are stopped for a share of each period. Second choice to a quota. */
public final class DutyCycleInjector implements FaultInjector {

    @Override
    public String name() {
        return "duty-cycle";
    }

    @Override
    public Availability availability(Failure failure, FaultTarget target) {
        return Groups.check(FailureType.CPU_THROTTLE, failure, target, "stopping and continuing in turn");
    }

    @Override
    public ActiveFault inject(Failure failure, FaultTarget target, UndoJournal undo) {
        return new DutyCycle(target.node(), new StoppableGroup(Groups.of(target), undo));
    }
}
