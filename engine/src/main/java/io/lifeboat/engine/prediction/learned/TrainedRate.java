package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.PriorHazard;
import io.lifeboat.engine.prediction.PriorHazards;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How often devices such as those in the runs fail: what a prior of another device is compared with. */
final class TrainedRate {

    private TrainedRate() {}

    /** Failures a year on average over the nodes of all runs, which are in real time; not a number unless the devices of every one are known. */
    static double of(Component component, List<LabelledRun> runs, PriorHazards priors) {
        double sum = 0;
        int count = 0;
        for (LabelledRun run : runs) {
            Instant at = run.frames().get(0).at();
            for (String node : run.nodes()) {
                Optional<PriorHazard> hazard = priors.of(node, component, at, Duration.ZERO);
                if (hazard.isEmpty()) {
                    return Double.NaN;
                }
                sum += hazard.get().perYear();
                count++;
            }
        }
        return sum / count;
    }
}
