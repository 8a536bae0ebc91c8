package io.lifeboat.engine.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices of a known risk; the models are lines through it, asked by the test as a caller would. */
class SuccessionTests {

    private static final LineModel FIRST = new LineModel(0.1, 0.225);
    private static final LineModel TRUE = new LineModel(1, 0);
    private static final LineModel REVERSED = new LineModel(-1, 0.5);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private final List<AdaptEvent> events = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(3);
    private double movedFrom = 1;
    private int day;

    private Succession<LineModel> succession() {
        AdaptSettings settings = new AdaptSettings(
                Duration.ofDays(2),
                1_000,
                500,
                Duration.ofDays(5),
                1_000,
                100_000,
                DriftSettings.defaults(),
                new TrialSettings(500, 30, 5_000));
        return new Succession<>(FIRST, new ModelShelf<>(folder, LineModel.STORAGE), settings, events::add);
    }

    private List<String> run(Succession<LineModel> models, int days, DoubleUnaryOperator truth) {
        for (int i = 0; i < days; i++, day++) {
            Instant now = START.plus(Duration.ofDays(day));
            for (int device = 0; device < 100; device++) {
                one(models, day + "/" + device, now, truth);
            }
            models.adapt(now);
        }
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    private void one(Succession<LineModel> models, String device, Instant now, DoubleUnaryOperator truth) {
        double risk = 0.5 * random.nextDouble();
        float[] row = {(float) risk};
        double challenged =
                models.challenger().map(model -> model.probability(row)).orElse(Double.NaN);
        models.claimed(device, now, models.model().probability(row), challenged);
        if (risk > movedFrom) {
            models.censored(device, now.plusSeconds(1));
        }
        if (random.nextDouble() < truth.applyAsDouble(risk)) {
            models.failed(device, now.plusSeconds(60));
        }
    }

    @Test
    void aChallengerThatIsNoWorseTakesOverProvesItselfAndSurvivesARestart() {
        Succession<LineModel> models = succession();
        models.challenge(START, TRUE);
        assertThat(models.model()).isEqualTo(FIRST);

        assertThat(run(models, 60, risk -> risk)).containsExactly("ShadowBegan", "Promoted", "Confirmed");
        assertThat(models.model()).isEqualTo(TRUE);
        assertThat(models.isOpen()).isTrue();
        assertThat(succession().model()).isEqualTo(TRUE);
        assertThat(succession().version()).isEqualTo(1);
    }

    @Test
    void aWorseChallengerIsRejectedAndNeverInUse() {
        Succession<LineModel> models = succession();
        models.challenge(START, REVERSED);

        assertThat(run(models, 60, risk -> risk)).containsExactly("ShadowBegan", "Rejected");
        assertThat(models.version()).isZero();
        assertThat(models.challenger()).isEmpty();
    }

    @Test
    void aChallengerThatBreaksIsRejected() {
        Succession<LineModel> models = succession();
        models.challenge(START, new LineModel(Double.NaN, 0));

        assertThat(run(models, 10, risk -> risk)).containsExactly("ShadowBegan", "Rejected");
        assertThat(events.get(1).words()).contains("broke while scoring");
    }

    @Test
    void whatTookOverAndThenFailsIsTakenBack() {
        Succession<LineModel> models = succession();
        models.challenge(START, TRUE);
        while (models.version() == 0) {
            run(models, 1, risk -> risk);
        }

        assertThat(run(models, 60, risk -> 0)).containsExactly("ShadowBegan", "Promoted", "RolledBack");
        assertThat(models.model()).isEqualTo(FIRST);
        assertThat(succession().version()).isZero();
    }

    @Test
    void nothingIsPromotedWhileItsHitsAreHidden() {
        Succession<LineModel> models = succession();
        movedFrom = 0.25;
        models.challenge(START, TRUE);

        assertThat(run(models, 20, risk -> risk)).containsExactly("ShadowBegan", "PromotionWithheld");
    }

    @Test
    void onlyOneIsTriedAtATime() {
        Succession<LineModel> models = succession();
        models.challenge(START, TRUE);
        models.challenge(START, REVERSED);

        assertThat(models.challenger()).contains(TRUE);
        assertThat(events).hasSize(1);
    }

    @Test
    void againstAnotherChampionTheTrialBeginsAnew() {
        Succession<LineModel> models = succession();
        models.challenge(START, TRUE);
        run(models, 6, risk -> risk);
        models.championChanged();

        assertThat(run(models, 4, risk -> risk)).containsExactly("ShadowBegan");
    }

    @Test
    void aBrokenVersionFallsBackWithTheReason() throws IOException {
        Succession<LineModel> before = succession();
        before.challenge(START, TRUE);
        run(before, 60, risk -> risk);
        events.clear();
        Files.writeString(folder.resolve("1/model"), "not a model");

        Succession<LineModel> after = succession();
        assertThat(run(after, 1, risk -> risk)).containsExactly("FellBack");
        assertThat(after.model()).isEqualTo(FIRST);
    }
}
