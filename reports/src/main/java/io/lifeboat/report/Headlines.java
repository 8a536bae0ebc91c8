package io.lifeboat.report;

import java.time.Duration;
import java.util.Optional;

/** The extremes of a run that headlines quote. Tiers from WARNING up count. */
public final class Headlines {

    private Headlines() {}

    /**
     * The shortest time from the first warning to a failure that had a run-up; negative if a warning came too late. What
     * fails at once gives nothing to predict, see {@link #slowestNotice}.
     */
    public static Optional<Duration> shortestLead(ExperimentResult result) {
        return result.faults().stream()
                .filter(fault -> fault.runUp().isPresent())
                .flatMap(fault -> result.leadTime(fault, "WARNING").stream())
                .min(Duration::compareTo);
    }

    /** The longest time from a failure that struck at once until the engine knew; empty if there was none or it never did. */
    public static Optional<Duration> slowestNotice(ExperimentResult result) {
        return Foresight.of(result).stream()
                .filter(foresight -> foresight.fault().struckAtOnce())
                .flatMap(foresight -> foresight.noticed().stream())
                .max(Duration::compareTo);
    }

    /** How many failures with a run-up came without any warning. */
    public static long unwarned(ExperimentResult result) {
        return result.faults().stream()
                .filter(fault -> fault.runUp().isPresent())
                .filter(fault -> result.leadTime(fault, "WARNING").isEmpty())
                .count();
    }

    /** The longest time from an injection until a workload that it hit was served elsewhere. */
    public static Optional<Duration> slowestMove(ExperimentResult result) {
        return result.faults().stream()
                .flatMap(fault -> result.workloadsHitBy(fault).stream()
                        .flatMap(workload -> result.timeToMove(fault, workload).stream()))
                .max(Duration::compareTo);
    }

    /** The longest recovery; empty if there was no fault, or if service never recovered from one of them. */
    public static Optional<Duration> slowestRecovery(ExperimentResult result) {
        boolean all = result.faults().stream()
                .allMatch(fault -> result.recoveryTime(fault).isPresent());
        return all
                ? result.faults().stream()
                        .flatMap(fault -> result.recoveryTime(fault).stream())
                        .max(Duration::compareTo)
                : Optional.empty();
    }
}
