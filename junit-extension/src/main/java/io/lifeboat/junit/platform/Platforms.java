package io.lifeboat.junit.platform;

import io.lifeboat.fault.undo.UndoSession;
import io.lifeboat.junit.plan.ExperimentPlan;
import java.util.function.Supplier;

/** Opens the platform that a plan asks for. */
public final class Platforms {

    private Platforms() {}

    /**
     * Opens it, with all workloads deployed and ready and the engine watching.
     *
     * @param undo the undo session, asked for only if the platform touches this machine
     */
    public static Platform open(ExperimentPlan plan, Supplier<UndoSession> undo) {
        return plan.cluster().simulated() ? SimulatedPlatform.open(plan) : LocalPlatform.open(plan, undo.get());
    }
}
