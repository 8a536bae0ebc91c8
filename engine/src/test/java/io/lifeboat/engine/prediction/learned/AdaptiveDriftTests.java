package io.lifeboat.engine.prediction.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lifeboat.engine.cluster.Component;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From telemetry to a better prediction, after slow disks have become harmless, and back. */
class AdaptiveDriftTests {

    private static LearnedModels models;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() {
        models = DriftingDisks.train();
    }

    /** From now on most slow disks stop getting slower long before they fail. */
    private DriftingFleet drifted() {
        DriftingFleet fleet = new DriftingFleet(models, folder);
        fleet.run(6);
        assertThat(fleet.changes).isEmpty();
        fleet.disks.failing(0.3, 0.4);
        return fleet;
    }

    @Test
    void whatIsPromotedAfterADriftPredictsBetter() {
        DriftingFleet fleet = drifted();
        fleet.runUntil("was confirmed");

        assertThat(fleet.changes)
                .anyMatch(change -> change.startsWith("Outcomes drifted"))
                .anyMatch(change -> change.startsWith("Retraining began") && change.contains("after the drift"))
                .anyMatch(change -> change.contains("took over from the model it started with"));
        assertThat(fleet.adaptive.version(Component.DISK)).isPositive();

        fleet.run(5);
        assertThat(fleet.adaptiveError).isLessThan(0.5 * fleet.fixedError);
    }

    @Test
    void whatWasPromotedAndThenFailsIsTakenBackAndPredictsAsBefore() {
        DriftingFleet fleet = drifted();
        fleet.runUntil("took over");
        assertThat(fleet.adaptive.version(Component.DISK)).isPositive();
        fleet.disks.failing(0, 1);
        fleet.runUntil("was taken back");

        assertThat(fleet.changes).last().asString().contains("was taken back, the model it started with serves");
        assertThat(fleet.adaptive.version(Component.DISK)).isZero();
        fleet.run(1);
        assertThat(fleet.adaptiveError).isCloseTo(fleet.fixedError, within(1e-6));
    }
}
