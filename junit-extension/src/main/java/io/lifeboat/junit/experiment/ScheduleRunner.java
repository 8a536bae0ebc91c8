package io.lifeboat.junit.experiment;

import io.lifeboat.fault.FaultException;
import io.lifeboat.junit.OnUnavailable;
import io.lifeboat.junit.plan.ExperimentPlan;
import io.lifeboat.junit.plan.FaultPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Leads all declared failures through their schedules. {@link #step} is called by one thread, the rest by any. */
final class ScheduleRunner {

    private final List<ScheduledFault> faults = new ArrayList<>();
    private final SteadyState steadyState;
    private volatile boolean baselineOver;
    private volatile boolean stopped;
    private volatile @Nullable String problem;
    private volatile @Nullable String abortReason;

    ScheduleRunner(ExperimentPlan plan, FaultBoard board, Recording recording, SteadyState steadyState) {
        this.steadyState = steadyState;
        SplittableRandom random = new SplittableRandom(plan.seed());
        plan.faults().forEach(fault -> faults.add(new ScheduledFault(fault, board, recording, random)));
        plan.faults().forEach(fault -> checkAvailable(fault, board));
    }

    /** Before anything is touched: can every failure be injected here? */
    private void checkAvailable(FaultPlan fault, FaultBoard board) {
        try {
            board.choose(fault.failure(), fault.target());
        } catch (FaultException e) {
            if (fault.onUnavailable() == OnUnavailable.FAIL) {
                throw e;
            }
            abortReason = e.getMessage();
        }
    }

    void step(Duration elapsed) {
        if (stopped || abortReason != null) {
            return;
        }
        try {
            for (ScheduledFault fault : faults) {
                fault.step(elapsed);
            }
        } catch (RuntimeException e) {
            // Whatever it is, the experiment is void; the thread that waits for its end tells.
            stopped = true;
            problem = "a fault could not be injected: " + e.getMessage();
        }
    }

    /** To be asked just before a step: is the baseline good enough to go on? */
    void checkBaseline(Duration elapsed, Duration firstFault) {
        if (!baselineOver && elapsed.compareTo(firstFault) >= 0) {
            baselineOver = true;
            steadyState.problem().ifPresent(reason -> abortReason = reason);
        }
    }

    boolean over() {
        return stopped || abortReason != null || faults.stream().allMatch(ScheduledFault::over);
    }

    /** No further steps. */
    void stop() {
        stopped = true;
    }

    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Why the experiment should be skipped instead of judged. */
    Optional<String> abortReason() {
        if (abortReason == null && !faults.isEmpty() && faults.stream().noneMatch(ScheduledFault::happens)) {
            return Optional.of("no failure was injected: the probability of none came up with this seed");
        }
        return Optional.ofNullable(abortReason);
    }
}
