package io.lifeboat.engine.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.adapt.AdaptiveModel.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdaptiveModelTests {

    private static final LineModel TRUE = new LineModel(1, 0);
    private static final LineModel REVERSED = new LineModel(-1, 0.5);

    @TempDir
    Path folder;

    private Fleet fleet(String name, Retraining<LineModel> retraining) {
        return new Fleet(folder.resolve(name), retraining, Runnable::run);
    }

    private static Retraining<LineModel> always(LineModel model) {
        return (labels, until) -> new Retrained<>(model, List.of());
    }

    @Test
    void aGoodModelGoesFromTrainingThroughShadowAndProbationToTrust() {
        Fleet fleet = fleet("good", always(TRUE));

        fleet.run(60, risk -> risk);

        assertThat(fleet.kinds())
                .startsWith("RetrainingStarted", "ShadowBegan", "Promoted", "Confirmed")
                .doesNotContain("RolledBack", "DriftNoticed");
        assertThat(fleet.model.version()).isPositive();
    }

    @Test
    void aWorseChallengerIsNeverPromotedAndNeverActs() {
        Fleet fleet = fleet("worse", always(REVERSED));

        fleet.run(80, risk -> risk);

        assertThat(fleet.kinds()).contains("ShadowBegan", "Rejected").doesNotContain("Promoted");
        assertThat(fleet.model.version()).isZero();
        assertThat(fleet.claims).allMatch(claim -> claim.claimed() == Fleet.FALLBACK.probability(claim.row()));
    }

    @Test
    void aPromotedModelThatThenFailsIsRolledBack() {
        Fleet fleet = fleet("fails", always(TRUE));
        fleet.runUntil("Promoted", risk -> risk);
        assertThat(fleet.model.stage()).isEqualTo(Stage.PROBATION);

        fleet.runUntil("RolledBack", risk -> 0.5 - risk);

        assertThat(fleet.kinds()).containsExactly("RetrainingStarted", "ShadowBegan", "Promoted", "RolledBack");
        assertThat(fleet.last()).isInstanceOfSatisfying(AdaptEvent.RolledBack.class, event -> {
            assertThat(event.from()).isEqualTo(1);
            assertThat(event.to()).isZero();
            assertThat(event.reason()).contains("Page's test", "were claimed to");
        });
        assertThat(fleet.shelf.current().version()).isZero();
    }

    @Test
    void driftOfOutcomesIsNoticedAndLeadsToAModelOfTheNewState() throws IOException {
        Path directory = folder.resolve("drift");
        ModelShelf<LineModel> shelf = new ModelShelf<>(directory, LineModel.STORAGE);
        shelf.promote(shelf.add(TRUE), 0);
        Fleet fleet = new Fleet(directory, Fleet::train, Runnable::run, 1_000_000);
        fleet.run(60, risk -> risk);
        assertThat(fleet.events).isEmpty();

        fleet.run(60, risk -> 0.9 - risk);

        assertThat(fleet.kinds())
                .startsWith("DriftNoticed", "RetrainingStarted", "ShadowBegan", "Promoted")
                .doesNotContain("RolledBack");
        assertThat(fleet.model.predict("x", fleet.now(), new float[] {0.1f}))
                .isGreaterThan(fleet.model.predict("x", fleet.now(), new float[] {0.4f}));
    }

    @Test
    void whatWeMovedIsNoLabel() {
        Fleet fleet = fleet("censored", always(TRUE));
        fleet.moveAll = true;

        fleet.run(60, risk -> risk);

        assertThat(fleet.events).isEmpty();
        assertThat(fleet.model.labels().failed() + fleet.model.labels().survived())
                .isZero();
        assertThat(fleet.model.labels().censored()).isPositive();
    }

    @Test
    void whileWhatIsWarnedOfIsMovedNothingIsPromotedAndTheReasonIsToldOnce() {
        Fleet fleet = fleet("acting", always(TRUE));
        fleet.moveFrom = 0.3;

        fleet.run(40, risk -> risk);

        assertThat(fleet.kinds()).containsOnlyOnce("PromotionWithheld").doesNotContain("Promoted");
        assertThat(fleet.events)
                .filteredOn(AdaptEvent.PromotionWithheld.class::isInstance)
                .allMatch(event -> event.words().contains("nobody knows what would have become"));

        fleet.moveFrom = 1;
        fleet.run(60, risk -> risk);
        assertThat(fleet.kinds()).contains("Rejected").containsOnlyOnce("PromotionWithheld");
    }

    @Test
    void trainingThatFailsIsReportedAndLeavesTheModelAsItWas() {
        Fleet fleet = fleet("throws", (labels, until) -> {
            throw new IOException("the history is gone");
        });

        fleet.run(30, risk -> risk);

        assertThat(fleet.kinds()).startsWith("RetrainingStarted", "RetrainingFailed");
        assertThat(fleet.last().toString()).contains("the history is gone");
        assertThat(fleet.model.stage()).isEqualTo(Stage.SERVING);
    }

    @Test
    void aModelThatBreaksWhileServingIsReplacedAtOnce() throws IOException {
        Path directory = folder.resolve("breaks");
        ModelShelf<LineModel> shelf = new ModelShelf<>(directory, LineModel.STORAGE);
        shelf.promote(shelf.add(new LineModel(Double.NaN, 0)), 0);
        Fleet fleet = new Fleet(directory, always(TRUE), Runnable::run);

        fleet.run(1, risk -> risk);

        assertThat(fleet.claims).allMatch(claim -> claim.claimed() == Fleet.FALLBACK.probability(claim.row()));
        assertThat(fleet.kinds()).startsWith("RolledBack");
    }

    @Test
    void aRestartGoesOnWithTheModelInUseAndABrokenOneFallsBackWithTheReason() throws IOException {
        fleet("restart", always(TRUE)).run(60, risk -> risk);
        Fleet again = fleet("restart", always(TRUE));
        assertThat(again.model.version()).isPositive();

        Files.writeString(folder.resolve("restart/" + again.model.version() + "/model"), "not a model");
        Fleet broken = fleet("restart", always(TRUE));
        broken.run(1, risk -> risk);

        assertThat(broken.events.get(0))
                .isInstanceOfSatisfying(
                        AdaptEvent.FellBack.class,
                        event -> assertThat(event.reason()).contains("is no model file"));
    }

    @Test
    void aRestartLearnsFromTheLabelsOfBefore() {
        List<Integer> known = new ArrayList<>();
        Retraining<LineModel> counting = (labels, until) -> {
            known.add(labels.size());
            return new Retrained<>(TRUE, List.of());
        };
        fleet("labels", counting).run(8, risk -> risk);
        assertThat(known).isEmpty();

        fleet("labels", counting).run(13, risk -> risk);
        assertThat(known.get(0)).isGreaterThanOrEqualTo(1_600);
    }

    @Test
    void brokenLabelsAreToldAndGatheredAnew() throws IOException {
        fleet("lost", always(TRUE)).run(8, risk -> risk);
        Files.writeString(folder.resolve("lost/labels"), "broken");

        Fleet after = fleet("lost", always(TRUE));
        after.run(1, risk -> risk);
        assertThat(after.kinds()).containsExactly("LabelsLost");
        assertThat(after.last().words()).contains("are refused", "gathered anew");
    }

    @Test
    void thePresentModelServesWhileAnotherIsTrained() {
        List<Runnable> waiting = new ArrayList<>();
        Fleet fleet = new Fleet(folder.resolve("background"), always(TRUE), waiting::add);

        fleet.run(40, risk -> risk);
        assertThat(fleet.kinds()).containsExactly("RetrainingStarted");
        assertThat(fleet.model.stage()).isEqualTo(Stage.TRAINING);

        waiting.get(0).run();
        fleet.run(1, risk -> risk);
        assertThat(fleet.model.stage()).isEqualTo(Stage.SHADOWING);
    }

    @Test
    void theSameCallsHaveTheSameResultsOnAnyNumberOfThreads() throws Exception {
        Fleet here = fleet("here", Fleet::train);
        here.run(200, day -> day, 100);
        for (int threads : new int[] {1, 2, 4}) {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                Fleet there = new Fleet(folder.resolve("pool" + threads), Fleet::train, task -> {
                    try {
                        pool.submit(task).get(1, TimeUnit.MINUTES);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
                there.run(200, day -> day, 100);

                assertThat(there.events).isEqualTo(here.events).hasSizeGreaterThan(5);
                assertThat(there.claims)
                        .extracting(Fleet.Claim::claimed)
                        .isEqualTo(
                                here.claims.stream().map(Fleet.Claim::claimed).toList());
            } finally {
                pool.shutdownNow();
            }
        }
    }

    @Test
    void theDefaultsFitTheHorizon() {
        assertThat(AdaptSettings.of(Duration.ofDays(30)).retrainAtMostEvery()).isEqualTo(Duration.ofDays(300));
    }
}
