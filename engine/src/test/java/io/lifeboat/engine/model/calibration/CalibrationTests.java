package io.lifeboat.engine.model.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTests {

    private static final int ROWS = 20_000;

    private final double[] claimed = new double[ROWS];
    private final boolean[] happened = new boolean[ROWS];

    /** Claims that are twice as sure, in log-odds, as what happens. */
    private void overconfident(long seed, double rare) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ROWS; i++) {
            double logit = 6 * random.nextDouble() - 3 - rare;
            claimed[i] = Logits.sigmoid(2 * logit);
            happened[i] = random.nextDouble() < Logits.sigmoid(logit);
        }
    }

    @Test
    void plattScalingFindsHowMuchTooSureTheClaimsWere() {
        overconfident(1, 1);

        PlattScaling fitted = PlattScaling.fit(claimed, happened);

        assertThat(fitted.slope()).isCloseTo(0.5, within(0.03));
        assertThat(fitted.intercept()).isCloseTo(0, within(0.08));
        assertThat(fitted.apply(Logits.sigmoid(-2))).isCloseTo(Logits.sigmoid(-1), within(0.02));
    }

    @Test
    void plattScalingOfOneConstantClaimLearnsTheBaseRate() {
        boolean[] outcomes = new boolean[1_000];
        double[] same = new double[1_000];
        for (int i = 0; i < 1_000; i++) {
            same[i] = 0.9;
            outcomes[i] = i % 10 == 0;
        }

        assertThat(PlattScaling.fit(same, outcomes).apply(0.9)).isCloseTo(0.1, within(0.01));
    }

    @Test
    void isotonicRegressionRisesAndMatchesFrequencies() {
        overconfident(2, 0);

        Calibration fitted = Calibration.fit(claimed, happened);

        assertThat(fitted).isInstanceOf(IsotonicRegression.class);
        double before = -1;
        for (double p = 0; p <= 1; p += 0.01) {
            assertThat(fitted.apply(p)).isBetween(before, 1.0);
            before = fitted.apply(p);
        }
        assertThat(fitted.apply(Logits.sigmoid(2))).isCloseTo(Logits.sigmoid(1), within(0.06));
    }

    @Test
    void isotonicRegressionPoolsViolatorsToTheirMean() {
        double[] claims = {0.1, 0.2, 0.3, 0.4};
        boolean[] outcomes = {false, true, false, true};

        IsotonicRegression fitted = IsotonicRegression.fit(claims, outcomes);

        assertThat(fitted.apply(0.1)).isZero();
        assertThat(fitted.apply(0.25)).isEqualTo(0.5);
        assertThat(fitted.apply(0.4)).isOne();
        assertThat(fitted.apply(0.175)).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void fewPositivesGetPlattScaling() {
        assertThat(Calibration.fit(new double[] {0.1, 0.9}, new boolean[] {false, true}))
                .isInstanceOf(PlattScaling.class);
    }

    @Test
    void bothKindsAreReadBackAsTheyWereWritten() throws IOException {
        overconfident(3, 0);
        for (Calibration written :
                new Calibration[] {PlattScaling.fit(claimed, happened), IsotonicRegression.fit(claimed, happened)}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            written.write(new DataOutputStream(bytes));

            Calibration read = Calibration.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

            for (double p = 0; p <= 1; p += 0.05) {
                assertThat(read.apply(p)).isEqualTo(written.apply(p));
            }
        }
    }

    @Test
    void calibrationMakesTheReportBetter() {
        overconfident(4, 1);
        CalibrationReport before = CalibrationReport.of(claimed, happened);
        PlattScaling fitted = PlattScaling.fit(claimed, happened);
        double[] calibrated = claimed.clone();
        for (int i = 0; i < ROWS; i++) {
            calibrated[i] = fitted.apply(claimed[i]);
        }

        CalibrationReport after = CalibrationReport.of(calibrated, happened);

        assertThat(before.expectedCalibrationError()).isGreaterThan(0.08);
        assertThat(after.expectedCalibrationError()).isLessThan(0.02);
        assertThat(after.observedOverExpected()).isCloseTo(1, within(0.01));
        assertThat(after.brier()).isLessThan(before.brier());
        assertThat(after.brierSkill()).isGreaterThan(before.brierSkill());
    }

    @Test
    void theReportOfHandMadeNumbersIsRight() {
        CalibrationReport report =
                CalibrationReport.of(new double[] {0, 1, 0.5, 0.5}, new boolean[] {false, true, true, true});

        assertThat(report.observedOverExpected()).isEqualTo(1.5);
        assertThat(report.brier()).isEqualTo(0.125);
        assertThat(report.expectedCalibrationError()).isEqualTo(0.25);
        assertThat(report.brierSkill()).isCloseTo(1 - 0.125 / 0.1875, within(1e-9));
    }

    @Test
    void aRawScoreIsNoClaim() {
        assertThatThrownBy(() -> PlattScaling.fit(new double[] {1.5}, new boolean[] {true}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5");
        assertThatThrownBy(() -> PlattScaling.fit(new double[1], new boolean[2]))
                .hasMessageContaining("1 claims for 2");
    }

    @Test
    void plattNeverTurnsClaimsAround() {
        double[] claims = {0.1, 0.2, 0.8, 0.9};
        PlattScaling fitted = PlattScaling.fit(claims, new boolean[] {true, true, false, false});
        assertThat(fitted.slope()).isZero();
        assertThat(fitted.apply(0.9)).isCloseTo(0.5, within(1e-9));
    }
}
