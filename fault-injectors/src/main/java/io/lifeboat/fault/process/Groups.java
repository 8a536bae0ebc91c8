package io.lifeboat.fault.process;

import io.lifeboat.fault.Availability;
import io.lifeboat.fault.Availability.Unavailable;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.ProcessGroup;

/** What all injectors of this package ask of a target. */
final class Groups {

    private Groups() {}

    static ProcessGroup of(FaultTarget target) {
        return target.handle(ProcessGroup.class)
                .orElseThrow(() -> new FaultException("%s does not consist of processes.".formatted(target.node())));
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
