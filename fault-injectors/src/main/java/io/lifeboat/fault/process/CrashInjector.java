package io.lifeboat.fault.process;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Availability;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.FaultInjector;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.InjectionEvidence;
import io.lifeboat.fault.ProcessGroup;
import io.lifeboat.fault.undo.UndoJournal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Kills all processes of a node by SIGKILL. There is no way back; the platform may start the node again. */
public final class CrashInjector implements FaultInjector {

    @Override
    public String name() {
        return "crash";
    }

    @Override
    public Availability availability(Failure failure, FaultTarget target) {
        return Groups.check(FailureType.PROCESS_CRASH, failure, target, "SIGKILL");
    }

    @Override
    public ActiveFault inject(Failure failure, FaultTarget target, UndoJournal undo) {
        return new Crash(Groups.of(target));
    }

    /** Kills once, as soon as the severity is above 0. */
    private static final class Crash implements ActiveFault {

        private static final int LOOKS = 3;

        private final ProcessGroup group;
        private List<Long> killed = List.of();

        private Crash(ProcessGroup group) {
            this.group = group;
        }

        @Override
        public synchronized void severity(double severity) {
            if (severity <= 0 || !killed.isEmpty()) {
                return;
            }
            Set<Long> all = new LinkedHashSet<>();
            // A process may fork in the moment before it dies: so again, until a look finds nothing alive.
            List<Long> alive = ProcessStates.alive(Groups.pids(group));
            for (int look = 0; look < LOOKS && !alive.isEmpty(); look++) {
                alive.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
                all.addAll(alive);
                failIfAny(ProcessStates.awaitDead(alive));
                alive = ProcessStates.alive(Groups.pids(group));
            }
            killed = List.copyOf(all);
        }

        private static void failIfAny(List<Long> alive) {
            if (!alive.isEmpty()) {
                throw new FaultException(
                        "Processes %s do not die.%nMaybe they belong to another user.".formatted(alive));
            }
        }

        @Override
        public synchronized InjectionEvidence evidence() {
            return new InjectionEvidence(killed.size(), "processes killed", "no longer there: processes " + killed);
        }

        @Override
        public void close() {
            // Nothing can bring a killed process back, and nothing else was changed.
        }
    }
}
