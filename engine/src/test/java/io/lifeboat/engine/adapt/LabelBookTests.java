package io.lifeboat.engine.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LabelBookTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration HORIZON = Duration.ofSeconds(10);

    private final LabelBook<Integer> book = new LabelBook<>(HORIZON, 1_000_000);

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }

    private List<Boolean> due(int seconds) {
        return book.due(at(seconds)).stream().map(Label::failed).toList();
    }

    @Test
    void aPredictionBecomesALabelOnlyWhenItsHorizonHasPassed() {
        book.predicted("a", at(0), 1);

        assertThat(due(9)).isEmpty();
        assertThat(book.due(at(10))).containsExactly(new Label<>("a", at(0), 1, false));
        assertThat(due(99)).isEmpty();
    }

    @Test
    void evenAFailureWaitsForTheHorizon() {
        book.predicted("a", at(0), 1);
        book.failed("a", at(3));

        assertThat(due(9)).isEmpty();
        assertThat(due(10)).containsExactly(true);
    }

    @Test
    void aFailureAtTheVeryEndOfTheHorizonCountsAndOneAfterItDoesNot() {
        book.predicted("a", at(0), 1);
        book.predicted("b", at(0), 1);
        book.failed("a", at(10));
        book.failed("b", at(11));

        assertThat(due(20)).containsExactly(true, false);
    }

    @Test
    void whatWeMovedBeforeAnybodyCouldKnowIsNeither() {
        book.predicted("a", at(0), 1);
        book.censored("a", at(5));

        assertThat(due(20)).isEmpty();
        assertThat(book.counts()).isEqualTo(new LabelCounts(0, 0, 0, 1, 0));
    }

    @Test
    void aFailureAfterOurMoveDoesNotCountAndOneBeforeItDoes() {
        book.predicted("moved first", at(0), 1);
        book.censored("moved first", at(5));
        book.failed("moved first", at(6));
        book.predicted("failed first", at(0), 1);
        book.failed("failed first", at(5));
        book.censored("failed first", at(6));

        assertThat(book.due(at(20))).extracting(Label::device).containsExactly("failed first");
    }

    @Test
    void aMoveAfterTheHorizonChangesNothing() {
        book.predicted("a", at(0), 1);
        book.censored("a", at(11));

        assertThat(due(20)).containsExactly(false);
    }

    @Test
    void predictionsForADeviceThatIsOutDoNotCountUntilItIsBack() {
        book.failed("a", at(0));
        book.predicted("a", at(1), 1);
        book.restored("a", at(2));
        book.predicted("a", at(3), 1);
        book.censored("b", at(0));
        book.predicted("b", at(3), 1);

        assertThat(due(30)).containsExactly(false);
        assertThat(book.counts()).isEqualTo(new LabelCounts(0, 0, 1, 2, 0));
    }

    @Test
    void aDeviceThatIsGoneStillGetsItsLabelsAndIsANewOneWhenItComesBack() {
        book.predicted("a", at(0), 1);
        book.failed("a", at(4));
        book.censored("b", at(4));
        book.forget(List.of("a", "b", "unknown"));
        assertThat(due(15)).containsExactly(true);

        book.predicted("a", at(20), 1);
        book.predicted("b", at(20), 1);
        assertThat(due(30)).containsExactly(false, false);
    }

    @Test
    void whatHappensToADeviceThatCameBackIsKept() {
        book.censored("a", at(4));
        book.forget(List.of("a"));
        book.failed("a", at(6));
        assertThat(due(15)).isEmpty();

        book.predicted("a", at(20), 1);
        assertThat(due(30)).isEmpty();
    }

    @Test
    void whatWasActedOnIsToldAsUnknownAndWhatHadFailedAlreadyIsNot() {
        book.predicted("moved", at(0), 1);
        book.censored("moved", at(5));
        book.predicted("moved", at(6), 2);
        book.failed("failed", at(5));
        book.predicted("failed", at(6), 3);
        List<Integer> unknown = new ArrayList<>();
        book.due(at(30), (device, sample) -> unknown.add(sample));

        assertThat(unknown).containsExactly(1, 2);
    }

    @Test
    void devicesDoNotMixUp() {
        book.predicted("a", at(0), 1);
        book.predicted("b", at(0), 2);
        book.failed("b", at(4));

        assertThat(due(10)).containsExactly(false, true);
    }

    @Test
    void moreThanTheCapacityIsRefusedAndCounted() {
        LabelBook<Integer> small = new LabelBook<>(HORIZON, 2);
        for (int i = 0; i < 5; i++) {
            small.predicted("a", at(0), i);
        }

        assertThat(small.due(at(10))).extracting(Label::sample).containsExactly(0, 1);
        assertThat(small.counts().refused()).isEqualTo(3);
    }

    @Test
    void predictionsFromBeforeTheLastAreRefusedAndCountedAndTheOthersGoOn() {
        book.predicted("a", at(5), 1);
        book.predicted("b", at(4), 2);
        book.predicted("b", at(5), 3);

        assertThat(book.counts().refused()).isEqualTo(1);
        assertThat(book.due(at(100))).extracting(Label::sample).containsExactly(1, 3);
    }

    /** Against the definition, written down without any clever bookkeeping. */
    @Test
    void anyMixOfEventsGivesWhatTheDefinitionSays() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 200; i++) {
            LabelBook<Integer> one = new LabelBook<>(HORIZON, 10);
            int t = random.nextInt(10);
            int failedAt = random.nextInt(t + 1, 40);
            int movedAt = random.nextInt(t + 1, 40);
            one.predicted("d", at(t), i);
            one.failed("d", at(failedAt));
            one.censored("d", at(movedAt));
            assertThat(one.due(at(t + 9))).isEmpty();

            List<Label<Integer>> labels = one.due(at(60));

            boolean positive = failedAt <= t + 10 && failedAt <= movedAt;
            boolean unknown = !positive && movedAt <= t + 10;
            assertThat(labels).hasSize(unknown ? 0 : 1).allMatch(label -> label.failed() == positive);
        }
    }
}
