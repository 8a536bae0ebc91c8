package io.lifeboat.fault.process;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Availability;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.FaultInjector;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.ProcessGroup;
import io.lifeboat.fault.undo.UndoJournal;
import java.nio.file.Path;
import java.util.Optional;

/** Throttles by the quota of the node's cgroup, version 1 or 2. First choice where it is writable. */
public final class CgroupCpuInjector implements FaultInjector {

    @Override
    public String name() {
        return "cgroup-cpu";
    }

    @Override
    public int priority() {
        return 10;
    }

    @Override
    public Availability availability(Failure failure, FaultTarget target) {
        Availability processes = Groups.check(FailureType.CPU_THROTTLE, failure, target, "");
        if (processes instanceof Availability.Unavailable) {
            return processes;
        }
        Optional<CpuQuota> quota = Groups.of(target).cpuCgroup().flatMap(CpuQuota::of);
        return quota.<Availability>map(found -> new Availability.Available(found.description()))
                .orElseGet(() -> new Availability.Unavailable(
                        "%s has no cgroup with a writable processor quota".formatted(target.node()),
                        "Maybe run as root, or delegate a cgroup to this user."));
    }

    @Override
    public ActiveFault inject(Failure failure, FaultTarget target, UndoJournal undo) {
        ProcessGroup group = Groups.of(target);
        Path cgroup =
                group.cpuCgroup().orElseThrow(() -> new FaultException("%s has no cgroup.".formatted(target.node())));
        CpuQuota quota = CpuQuota.of(cgroup)
                .orElseThrow(() -> new FaultException("The quota of %s is not writable.".formatted(cgroup)));
        return new CgroupThrottle(quota, group.cpus(), undo);
    }
}
