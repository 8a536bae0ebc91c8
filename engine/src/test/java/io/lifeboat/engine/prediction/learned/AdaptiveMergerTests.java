package io.lifeboat.engine.prediction.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.lifeboat.engine.adapt.Retrained;
import io.lifeboat.engine.adapt.Retraining;
import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.model.calibration.PlattScaling;
import io.lifeboat.engine.prediction.Guarantee;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdaptiveMergerTests {

    private static LearnedModels models;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() {
        models = Fleet.train(60);
    }

    private OpinionFleet fleet(String name, Retraining<Merge> retraining) {
        return new OpinionFleet(models, folder.resolve(name), retraining, Runnable::run);
    }

    @Test
    void driftIsNoticedLearnedFromTriedAndPromotedAndTheClaimsGetBetter() {
        OpinionFleet fleet = fleet("drift", new MergeTraining());
        fleet.run(60);
        fleet.drifted = true;
        fleet.run(250);
        fleet.run(100);

        assertThat(fleet.events)
                .anyMatch(event -> event.contains("drifted"))
                .anyMatch(event -> event.contains("after the drift"))
                .anyMatch(event -> event.contains("in the shadow"))
                .anyMatch(event -> event.contains("took over"))
                .anyMatch(event -> event.contains("was confirmed"));
        assertThat(fleet.merger.adaptive().version()).isPositive();
        assertThat(fleet.adaptedLoss).isLessThan(0.8 * fleet.shippedLoss);
    }

    @Test
    void aMergeThatGoesWrongAfterItsPromotionIsTakenBack() {
        OpinionFleet fleet = fleet("poisoned", new MergeTraining());
        fleet.runUntil("took over");
        int promoted = fleet.merger.adaptive().version();
        fleet.drifted = true;
        fleet.run(30);

        assertThat(fleet.events).anyMatch(event -> event.contains("Version %d was taken back".formatted(promoted)));
    }

    @Test
    void whatWasLearnedFromLabelsPromisesNothingAboutFalseAlarmsAndSaysSo() {
        OpinionFleet fleet = fleet("promise", new MergeTraining());
        assertThat(fleet.merger.guarantee().isGiven()).isTrue();
        fleet.runUntil("took over");

        assertThat(fleet.merger.guarantee()).isEqualTo(Guarantee.NONE);
        assertThat(fleet.events).anyMatch(event -> event.contains("Nothing is promised about false alarms"));

        fleet.drifted = true;
        fleet.runUntil("was taken back");
        assertThat(fleet.merger.guarantee()).isEqualTo(fleet.shipped.guarantee());
    }

    @Test
    void maximaOfLabelsThatAnEarlierVersionKeptPromiseNothing() {
        OpinionFleet fleet = fleet(
                "earlier",
                (labels, until) -> new Retrained<>(
                        Objects.requireNonNull(models.of(Component.DISK)).merge(), List.of()));
        fleet.runUntil("took over");

        assertThat(fleet.merger.adaptive().version()).isPositive();
        assertThat(fleet.merger.guarantee()).isEqualTo(Guarantee.NONE);
    }

    @Test
    void modelsThatAreNoWorseTakeOverWithTheirMergeAndPromiseAndSurviveARestart() {
        ComponentModel others = Objects.requireNonNull(Fleet.train(50).of(Component.DISK));
        OpinionFleet fleet = fleet("models", new MergeTraining());
        fleet.drifted = true;
        fleet.challenge(others);
        assertThat(fleet.merger.modelVersion()).isZero();
        fleet.runUntil("Models trained from the history: Version 1 took over");

        assertThat(fleet.merger.modelVersion()).isEqualTo(1);
        assertThat(fleet.merger.challenger()).isNull();
        assertThat(fleet.merger.adaptive().version()).isZero();
        assertThat(fleet.merger.guarantee()).isEqualTo(others.merge().guarantee());
        double[] opinions = {0.5, 0.5, 0.5, 0.5, 0.5, 0.5};
        assertThat(fleet.merger.probability("one", Fleet.START, opinions))
                .isEqualTo(others.merge().probability(opinions));
        assertThat(fleet("models", new MergeTraining()).merger.modelVersion()).isEqualTo(1);
    }

    @Test
    void aNodeThatIsOutWhenModelsTakeOverStaysSo() {
        ComponentModel others = Objects.requireNonNull(Fleet.train(50).of(Component.DISK));
        OpinionFleet fleet = fleet("out", new MergeTraining());
        fleet.challenge(others);
        fleet.merger.censored("cordoned", Fleet.START);
        fleet.runUntil("Models trained from the history: Version 1 took over");
        long censored = fleet.merger.adaptive().labels().censored();
        Instant later = Fleet.START.plus(Duration.ofDays(1));
        for (int i = 0; i < 10; i++) {
            fleet.merger.probability("cordoned", later.plusSeconds(100L * i), new double[] {1, 1, 1, 1, 1, 1});
        }
        fleet.merger.adapt(later.plus(Duration.ofDays(1)));

        assertThat(fleet.merger.adaptive().labels().censored()).isGreaterThan(censored);
    }

    @Test
    void modelsInThePlaceOfOthersThanThoseGivenAreRefused() {
        OpinionFleet before = fleet("replaced", new MergeTraining());
        before.challenge(Objects.requireNonNull(Fleet.train(50).of(Component.DISK)));
        before.runUntil("Models trained from the history: Version 1 took over");

        OpinionFleet after =
                new OpinionFleet(Fleet.train(48), folder.resolve("replaced"), new MergeTraining(), Runnable::run);
        after.run(1);
        assertThat(after.merger.modelVersion()).isZero();
        assertThat(after.events).anyMatch(event -> event.contains("Models trained from the history: Fell back"));
    }

    @Test
    void aPoisonedRetrainingNeverActs() {
        OpinionFleet fleet = fleet("blind", (labels, until) -> {
            Merge good = Objects.requireNonNull(models.of(Component.DISK)).merge();
            return new Retrained<>(
                    new Merge(
                            good.stack(),
                            new PlattScaling(-1, 0),
                            good.healthyMaxima(),
                            good.reliability(),
                            good.window()),
                    List.of());
        });
        fleet.run(150);

        assertThat(fleet.events).anyMatch(event -> event.contains("was rejected"));
        assertThat(fleet.merger.adaptive().version()).isZero();
        assertThat(fleet.adaptedLoss).isCloseTo(fleet.shippedLoss, within(0.1));
    }

    @Test
    void whatWeMovedIsNotLearnedFrom() {
        OpinionFleet fleet = fleet("moved", new MergeTraining());
        fleet.moveTheSick = true;
        fleet.run(100);

        assertThat(fleet.merger.adaptive().labels().censored()).isGreaterThan(300);
        assertThat(fleet.merger.adaptive().labels().failed()).isLessThan(100);
    }

    @Test
    void tooFewFailuresTeachNothing() {
        assertThatExceptionOfType(ModelTraining.TooLittle.class)
                .isThrownBy(() -> new MergeTraining().train(List.of(), Fleet.START))
                .withMessage("0 failures are too few to learn from, it takes 20.");
    }

    @Test
    void theSameLabelsGiveTheSameClaimsToTheBit() {
        OpinionFleet one = fleet("one", new MergeTraining());
        OpinionFleet other = fleet("other", new MergeTraining());
        one.run(200);
        other.run(200);

        assertThat(one.events).isNotEmpty().isEqualTo(other.events);
        assertThat(one.claims).isEqualTo(other.claims);
    }

    @Test
    void aRestartGoesOnWithWhatWasLearnedAndABrokenFileFallsBackWithTheReason() throws Exception {
        OpinionFleet before = fleet("restart", new MergeTraining());
        before.runUntil("was confirmed");
        int version = before.merger.adaptive().version();
        assertThat(version).isPositive();
        assertThat(fleet("restart", new MergeTraining()).merger.adaptive().version())
                .isEqualTo(version);

        Files.writeString(folder.resolve("restart/" + version + "/model"), "broken");
        OpinionFleet after = fleet("restart", new MergeTraining());
        after.run(1);
        assertThat(after.events).first().asString().contains("Fell back", "is no model file");
    }

    @Test
    void whatWasLearnedForOtherMembersIsRefused() {
        OpinionFleet before = fleet("foreign", new MergeTraining());
        before.runUntil("was confirmed");

        OpinionFleet after =
                new OpinionFleet(Fleet.train(50), folder.resolve("foreign"), new MergeTraining(), Runnable::run);
        after.run(1);
        assertThat(after.events).first().asString().contains("Fell back", "is needed");
        assertThat(after.merger.adaptive().version()).isZero();
    }
}
