package io.lifeboat.fault.process;

import io.lifeboat.fault.Availability;
import io.lifeboat.fault.Availability.Unavailable;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.ProcessGroup;
import java.util.List;

/** What all injectors of this package ask of a target. */
final class Groups {

    private Groups() {}

    static ProcessGroup of(FaultTarget target) {
        return target.handle(ProcessGroup.class)
                .orElseThrow(() -> new FaultException("%s does not consist of processes.".formatted(target.node())));
    }

    /**
     * The processes of the group.
     *
     * @throws FaultException if one of them is this JVM, or no single process at all: a signal to 0 or -1 would hit many
     */
    static List<Long> pids(ProcessGroup group) {
        List<Long> pids = group.pids();
        for (long pid : pids) {
            if (pid <= 1 || pid == ProcessHandle.current().pid()) {
                throw new FaultException("Process %d is no process of a node and is left alone.%nMaybe look at %s."
                        .formatted(pid, group.getClass().getName()));
            }
        }
        return pids;
    }

    /** Available by the given means if the type is right and the target consists of processes. */
    static Availability check(FailureType type, Failure failure, FaultTarget target, String means) {
        if (failure.type() != type) {
            return new Unavailable("it only injects " + type, "Maybe another injector does.");
        }
        return target.handle(ProcessGroup.class).isPresent()
                ? new Availability.Available(means)
                : new Unavailable(
                        "%s does not consist of processes".formatted(target.node()), "Maybe use @LocalCluster.");
    }
}
