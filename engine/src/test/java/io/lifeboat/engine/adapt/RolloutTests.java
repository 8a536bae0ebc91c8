package io.lifeboat.engine.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lifeboat.engine.files.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Six outcomes with two failures end a trial, eight a probation. One device in two fails. */
class RolloutTests {

    private static final LineModel FIRST = new LineModel(0, 0.5);
    private static final LineModel OTHER = new LineModel(1, 0);
    private static final LineModel THIRD = new LineModel(0.5, 0.1);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final AdaptSettings SETTINGS = new AdaptSettings(
            Duration.ofDays(2),
            1_000,
            500,
            Duration.ofDays(5),
            8,
            1_000,
            DriftSettings.defaults(),
            new TrialSettings(6, 2, 20));

    @TempDir
    Path folder;

    private final List<AdaptEvent> events = new ArrayList<>();
    private ModelShelf<LineModel> shelf;
    private Rollout<LineModel> rollout;
    private int devices;

    @BeforeEach
    void begin() {
        shelf = new ModelShelf<>(folder.resolve("shelf"), LineModel.STORAGE);
        rollout = rollout();
    }

    private Rollout<LineModel> rollout() {
        return new Rollout<>(FIRST, shelf, SETTINGS, events::add);
    }

    private void challenge(LineModel model) throws IOException {
        rollout.challenge(NOW, shelf.add(model));
    }

    /** The champion, its predecessor and the challenger claim this of failures, and one less it of survivals. */
    private void outcomes(int count, double champion, double predecessor, double challenger) {
        for (int i = 0; i < count; i++) {
            boolean failed = i % 2 == 0;
            rollout.outcome(
                    NOW,
                    "device-" + devices++,
                    claims(
                            failed ? champion : 1 - champion,
                            failed ? predecessor : 1 - predecessor,
                            failed ? challenger : 1 - challenger),
                    failed);
        }
    }

    private Claims claims(double champion, double predecessor, double challenger) {
        int number = rollout.challenger().map(Version::number).orElse(0);
        return new Claims(rollout.version(), champion, predecessor, number, challenger);
    }

    private void promote(LineModel model) throws IOException {
        challenge(model);
        outcomes(6, 0.5, 0.5, 0.9);
        rollout.decide(NOW);
    }

    private List<String> kinds() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    @Test
    void beginsSettledWithTheFirst() {
        assertThat(rollout.current()).isEqualTo(new Version<>(0, FIRST));
        assertThat(rollout.isOpen()).isTrue();
        assertThat(rollout.challenger()).isEmpty();
        assertThat(rollout.predecessor()).isEmpty();
    }

    @Test
    void aChallengerStaysInTheShadowUntilTheTrialIsOver() throws IOException {
        challenge(OTHER);
        outcomes(5, 0.5, 0.5, 0.9);
        rollout.decide(NOW);

        assertThat(kinds()).containsExactly("ShadowBegan");
        assertThat(rollout.current().model()).isEqualTo(FIRST);
        assertThat(rollout.challenger()).contains(new Version<>(1, OTHER));
        assertThat(rollout.isOpen()).isFalse();
    }

    @Test
    void oneThatIsNoWorseIsPromotedOnProbation() throws IOException {
        promote(OTHER);

        assertThat(kinds()).containsExactly("ShadowBegan", "Promoted");
        assertThat(rollout.current()).isEqualTo(new Version<>(1, OTHER));
        assertThat(rollout.predecessor()).contains(new Version<>(0, FIRST));
        assertThat(rollout.isOnProbation()).isTrue();
        assertThat(rollout.isOpen()).isFalse();
        assertThat(rollout().current()).isEqualTo(new Version<>(1, OTHER));
    }

    @Test
    void oneThatIsWorseIsRejected() throws IOException {
        challenge(OTHER);
        outcomes(6, 0.9, 0.5, 0.2);
        rollout.decide(NOW);

        assertThat(kinds()).containsExactly("ShadowBegan", "Rejected");
        assertThat(rollout.isOpen()).isTrue();
        assertThat(rollout.version()).isZero();
    }

    @Test
    void oneThatBreaksIsRejectedAtItsNextOutcome() throws IOException {
        challenge(OTHER);
        outcomes(1, 0.5, 0.5, Double.NaN);

        assertThat(kinds()).containsExactly("ShadowBegan", "Rejected");
        assertThat(rollout.isOpen()).isTrue();
    }

    @Test
    void oneThatCannotBeReadBackIsNotTried() throws IOException {
        int version = shelf.add(OTHER);
        Files.writeString(folder.resolve("shelf/1/model"), "no model");

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> rollout.challenge(NOW, version));
        assertThat(events).isEmpty();
        assertThat(rollout.isOpen()).isTrue();
    }

    @Test
    void whatWasClaimedByAnotherVersionOrOfAnotherChallengerDecidesNothing() throws IOException {
        challenge(OTHER);
        for (int i = 0; i < 20; i++) {
            rollout.outcome(NOW, "device", new Claims(7, 0.5, 0.5, 1, 0.9), i % 2 == 0);
            rollout.outcome(NOW, "device", new Claims(0, 0.5, 0.5, 2, 0.9), i % 2 == 0);
        }
        rollout.decide(NOW);

        assertThat(kinds()).containsExactly("ShadowBegan");
    }

    @Test
    void aTrialThatBeginsAnewForgetsItsOutcomes() throws IOException {
        challenge(OTHER);
        outcomes(4, 0.5, 0.5, 0.9);
        rollout.tryAnew();
        outcomes(4, 0.5, 0.5, 0.9);
        rollout.decide(NOW);
        assertThat(kinds()).containsExactly("ShadowBegan");

        outcomes(2, 0.5, 0.5, 0.9);
        rollout.decide(NOW);
        assertThat(kinds()).containsExactly("ShadowBegan", "Promoted");
    }

    @Test
    void whileWarningsWereActedOnPromotionIsWithheldAndThatIsToldOnce() throws IOException {
        challenge(OTHER);
        for (int i = 0; i < 20; i++) {
            rollout.unknown("moved-" + i, claims(0.9, 0.5, 0.9));
        }
        outcomes(6, 0.5, 0.5, 0.9);
        rollout.decide(NOW);
        rollout.decide(NOW);

        assertThat(kinds()).containsExactly("ShadowBegan", "PromotionWithheld");
        assertThat(rollout.version()).isZero();
    }

    @Test
    void enoughOutcomesAsClaimedEndTheProbation() throws IOException {
        promote(OTHER);
        outcomes(7, 0.9, 0.5, Double.NaN);
        rollout.decide(NOW);
        assertThat(rollout.isOnProbation()).isTrue();

        outcomes(1, 0.9, 0.5, Double.NaN);
        rollout.decide(NOW);
        assertThat(kinds()).containsExactly("ShadowBegan", "Promoted", "Confirmed");
        assertThat(rollout.isOpen()).isTrue();
        assertThat(rollout.predecessor()).isEmpty();
    }

    @Test
    void outcomesThatThePredecessorWouldHaveClaimedBetterTakeItBackAtOnce() throws IOException {
        promote(OTHER);
        outcomes(7, 0.05, 0.9, Double.NaN);

        assertThat(kinds()).containsExactly("ShadowBegan", "Promoted", "RolledBack");
        assertThat(rollout.current()).isEqualTo(new Version<>(0, FIRST));
        assertThat(rollout.isOpen()).isTrue();
        assertThat(rollout().version()).isZero();
    }

    @Test
    void anOutcomeThatThePredecessorBrokeAtCountsForNoProbation() throws IOException {
        promote(OTHER);
        outcomes(20, 0.05, Double.NaN, Double.NaN);
        rollout.decide(NOW);

        assertThat(kinds()).containsExactly("ShadowBegan", "Promoted");
        assertThat(rollout.isOnProbation()).isTrue();
    }

    @Test
    void takenBackForAnotherReasonAChallengerHasTheOlderOneToBeat() throws IOException {
        promote(OTHER);
        outcomes(8, 0.9, 0.5, Double.NaN);
        rollout.decide(NOW);
        challenge(THIRD);
        outcomes(4, 0.5, 0.5, 0.9);

        rollout.rollBack(NOW, "It broke.");
        assertThat(rollout.version()).isZero();
        assertThat(rollout.challenger()).contains(new Version<>(2, THIRD));
        outcomes(4, 0.5, 0.5, 0.9);
        rollout.decide(NOW);
        assertThat(kinds()).endsWith("ShadowBegan", "RolledBack");
    }

    @Test
    void aShelfThatTakesNoPromotionLeavesThingsAsTheyAre() throws IOException {
        challenge(OTHER);
        removeShelf();
        outcomes(6, 0.5, 0.5, 0.9);
        rollout.decide(NOW);

        assertThat(kinds()).containsExactly("ShadowBegan", "Rejected");
        assertThat(events.get(1).words()).contains("could not be put in use");
        assertThat(rollout.version()).isZero();
    }

    @Test
    void aShelfThatTakesNoRollbackStillPutsThePredecessorInUseAndSaysSoOnce() throws IOException {
        promote(OTHER);
        outcomes(8, 0.9, 0.5, Double.NaN);
        rollout.decide(NOW);
        promote(THIRD);
        removeShelf();
        Files.writeString(folder.resolve("shelf"), "not a directory");

        rollout.rollBack(NOW, "It broke.");
        assertThat(rollout.current()).isEqualTo(new Version<>(1, OTHER));
        events.clear();
        rollout.tellProblems(NOW);
        rollout.tellProblems(NOW);
        assertThat(kinds()).containsExactly("FellBack");
        assertThat(events.get(0).words()).contains("could not be rolled back");
    }

    private void removeShelf() throws IOException {
        FileTrees.delete(folder.resolve("shelf"));
    }
}
