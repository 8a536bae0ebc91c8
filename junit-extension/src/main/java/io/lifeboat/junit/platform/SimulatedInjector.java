package io.lifeboat.junit.platform;

import io.lifeboat.engine.simulation.Impairment;
import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Availability;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.FaultInjector;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.InjectionEvidence;
import io.lifeboat.fault.undo.UndoJournal;

/** Acts out failures on simulated nodes. Reports show them as simulated. */
final class SimulatedInjector implements FaultInjector {

    @Override
    public String name() {
        return "simulation";
    }

    @Override
    public boolean simulated() {
        return true;
    }

    @Override
    public Availability availability(Failure failure, FaultTarget target) {
        return target.handle(SimulatedTarget.class).isPresent()
                ? new Availability.Available("a model in virtual time")
                : new Availability.Unavailable("the node is not simulated", "Maybe use @SimulatedCluster.");
    }

    @Override
    public ActiveFault inject(Failure failure, FaultTarget target, UndoJournal undo) {
        SimulatedTarget simulated = target.handle(SimulatedTarget.class)
                .orElseThrow(() -> new FaultException("%s is not simulated.".formatted(target.node())));
        return new Acted(failure.type(), simulated);
    }

    private static Impairment impairment(FailureType type) {
        return switch (type) {
            case CPU_THROTTLE -> Impairment.CPU_THROTTLE;
            case MEMORY_CORRUPTION -> Impairment.MEMORY_ERRORS;
            case NETWORK_CUT, NETWORK_CUT_ONE_WAY -> Impairment.NETWORK_LOSS;
            case NETWORK_LATENCY, NETWORK_BANDWIDTH -> Impairment.NETWORK_LATENCY;
            case DISK_LATENCY -> Impairment.DISK_LATENCY;
            case PROCESS_PAUSE, PROCESS_CRASH -> Impairment.CPU_STEAL;
        };
    }

    /** An impairment in place. A crash cannot be undone, as in real life; a cut can. */
    private static final class Acted implements ActiveFault {

        private final FailureType type;
        private final SimulatedTarget target;
        private long applied;
        private boolean cut;
        private boolean closed;

        private Acted(FailureType type, SimulatedTarget target) {
            this.type = type;
            this.target = target;
        }

        @Override
        public synchronized void severity(double severity) {
            applied += severity > 0 ? 1 : 0;
            if (type == FailureType.PROCESS_CRASH) {
                if (severity > 0) {
                    target.cluster().crash(target.node());
                }
                return;
            }
            target.cluster().degrade(target.node(), impairment(type), severity);
            if (type == FailureType.NETWORK_CUT && severity >= 1 && !cut) {
                cut = true;
                target.cluster().cut(target.node());
            }
        }

        @Override
        public synchronized InjectionEvidence evidence() {
            return new InjectionEvidence(applied, "changes of the model", "simulated: nothing real was touched");
        }

        @Override
        public synchronized void close() {
            if (closed) {
                return;
            }
            closed = true;
            if (type == FailureType.PROCESS_CRASH) {
                return;
            }
            target.cluster().degrade(target.node(), impairment(type), 0);
            if (cut) {
                target.cluster().recover(target.node());
            }
        }
    }
}
