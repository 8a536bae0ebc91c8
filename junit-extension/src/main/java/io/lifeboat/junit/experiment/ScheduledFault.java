package io.lifeboat.junit.experiment;

import io.lifeboat.junit.Then;
import io.lifeboat.junit.plan.FaultPlan;
import io.lifeboat.junit.plan.Schedule;
import io.lifeboat.report.journal.JournalEntry;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One declared failure on its way through its schedule: waiting, in place, over. Driven by {@link #step}, by one thread.
 */
final class ScheduledFault {

    /** Finer steps would show nowhere, and each one disturbs what it changes. */
    private static final double SMALLEST_STEP = 0.04;

    private final FaultPlan plan;
    private final FaultBoard board;
    private final Recording recording;
    private final boolean happens;
    private @Nullable FaultInPlace fault;
    private double severity = -1;
    private boolean over;

    ScheduledFault(FaultPlan plan, FaultBoard board, Recording recording, RandomGenerator random) {
        this.plan = plan;
        this.board = board;
        this.recording = recording;
        this.happens = random.nextDouble() < plan.schedule().probability();
    }

    boolean happens() {
        return happens;
    }

    boolean over() {
        return over;
    }

    /** Does what is due at this time of the experiment. */
    void step(Duration elapsed) {
        Schedule schedule = plan.schedule();
        if (over || elapsed.compareTo(schedule.after()) < 0) {
            return;
        }
        if (!happens) {
            skip("its probability of %s did not come up with this seed".formatted(schedule.probability()));
            return;
        }
        FaultInPlace current = fault;
        if (current == null) {
            current = board.put(
                    plan.id(), plan.failure(), plan.target(), schedule.rampUp().toNanos() / 1000);
            fault = current;
        }
        if (elapsed.compareTo(schedule.end()) >= 0) {
            end(current, schedule);
        } else {
            apply(current, plan.failure().severity() * schedule.level(elapsed));
        }
    }

    private void end(FaultInPlace current, Schedule schedule) {
        over = true;
        if (severity < plan.failure().severity() && schedule.pulse() == null) {
            apply(current, plan.failure().severity());
        }
        if (schedule.then() == Then.CRASH) {
            current.crash();
        } else {
            current.close();
        }
    }

    private void apply(FaultInPlace current, double next) {
        boolean edge = next == plan.failure().severity() || next == 0;
        if (next != severity && (edge || Math.abs(next - severity) >= SMALLEST_STEP)) {
            severity = next;
            current.severity(next);
        }
    }

    private void skip(String reason) {
        over = true;
        recording.write(at -> new JournalEntry.FaultSkipped(
                at, plan.id(), plan.failure().type().name(), plan.target(), reason));
    }
}
