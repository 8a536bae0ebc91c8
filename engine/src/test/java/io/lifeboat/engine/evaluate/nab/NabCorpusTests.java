package io.lifeboat.engine.evaluate.nab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NabCorpusTests {

    private static final NabSeries SERIES = new NabSeries(
            "a.csv", IntStream.range(0, 100).mapToObj(i -> "t" + i).toList(), new double[100]);
    private static final List<NabWindow> WINDOWS = List.of(new NabWindow(40, 49), new NabWindow(70, 79));

    private static double scored(NabProfile profile, int... alarms) {
        double[] scores = new double[100];
        for (int alarm : alarms) {
            scores[alarm] = 1;
        }
        NabCorpus corpus = new NabCorpus();
        corpus.add(SERIES, WINDOWS, scores);
        return corpus.score(profile, 1);
    }

    @Test
    void noAlarmIsZeroAndTheEarliestPossibleAlarmsAreAHundred() {
        assertThat(scored(NabProfile.STANDARD)).isCloseTo(0, within(1e-9));
        assertThat(scored(NabProfile.STANDARD, 40, 70)).isCloseTo(100, within(1e-9));
    }

    @Test
    void onlyTheEarliestAlarmOfAWindowCounts() {
        assertThat(scored(NabProfile.STANDARD, 40, 41, 42, 49)).isCloseTo(50, within(1e-9));
    }

    @Test
    void aLateAlarmEarnsWhatTheSigmoidOfThePaperSays() {
        // Half-way: position -5/10, sigmoid 2/(1+e^-2.5)-1 = 0.84828, scaled by 0.98661, plus the miss avoided; two
        // windows.
        assertThat(scored(NabProfile.STANDARD, 45)).isCloseTo(100 * (1 + 0.84828 / 0.98661) / 4, within(0.01));
    }

    @Test
    void aFalseAlarmFarFromAnyWindowCostsElevenHundredthsAndShortlyAfterOneLess() {
        assertThat(scored(NabProfile.STANDARD, 30)).isCloseTo(-100 * 0.11 / 4, within(1e-9));
        assertThat(scored(NabProfile.STANDARD, 51)).isBetween(-100 * 0.11 / 4, 0.0);
        assertThat(scored(NabProfile.ALL.get(1), 30)).isCloseTo(-100 * 0.22 / 4, within(1e-9));
    }

    @Test
    void alarmsDuringProbationDoNotCount() {
        assertThat(SERIES.probation()).isEqualTo(15);
        assertThat(scored(NabProfile.STANDARD, 3, 14)).isCloseTo(0, within(1e-9));
        assertThat(scored(NabProfile.STANDARD, 15)).isNegative();
    }

    @Test
    void theOptimumIsTheBestOfAllThresholds() {
        double[] scores = new double[100];
        scores[42] = 0.9;
        scores[20] = 0.5;
        scores[71] = 0.4;
        for (int i = 50; i < 69; i++) {
            scores[i] = 0.1;
        }
        NabCorpus corpus = new NabCorpus();
        corpus.add(SERIES, WINDOWS, scores);

        NabOptimum optimum = corpus.optimum(NabProfile.STANDARD);

        assertThat(optimum.threshold()).isEqualTo(0.4);
        assertThat(optimum.score()).isCloseTo(corpus.score(NabProfile.STANDARD, 0.4), within(1e-9));
    }

    @Test
    void theWindowedGaussianBaselineIsOneMinusTheTail() {
        double[] values = {1, 3, 2, 2, 12};

        double[] scores = WindowedGaussian.scores(values);

        // Mean 2 and deviation 0.7071 of the first four.
        assertThat(scores[3]).isCloseTo(0.5, within(1e-6));
        assertThat(scores[4]).isEqualTo(1);
        assertThat(WindowedGaussian.tail(1.96)).isCloseTo(0.0249979, within(1e-6));
    }

    @Test
    void scoresOfAnotherLengthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NabCorpus().add(SERIES, WINDOWS, new double[3]))
                .withMessageContaining("3 scores");
    }
}
