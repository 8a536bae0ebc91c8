package io.lifeboat.engine.evaluate.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeeklyScoresTests {

    private static final Weeks FOUR = Weeks.of("2015-06-01", "2015-06-22");

    private static Drive drive(boolean failed) {
        return Fleet.drive("2015-06-25", 10_000, failed, new double[][] {{0, 0}});
    }

    /** Drives 0.. are healthy but for the last, which fails; scores are given week by week, drive by drive. */
    private static WeeklyScores scores(float[]... byDrive) {
        List<Drive> drives = new ArrayList<>();
        int n = byDrive.length * 4;
        WeeklyScores scores = new WeeklyScores(drives, FOUR, new int[n], new int[n], new float[n]);
        for (int d = 0; d < byDrive.length; d++) {
            drives.add(drive(d == byDrive.length - 1));
            for (int w = 0; w < 4; w++) {
                scores.drive()[4 * d + w] = d;
                scores.week()[4 * d + w] = w;
                scores.score()[4 * d + w] = byDrive[d][w];
            }
        }
        return scores;
    }

    @Test
    void countsSnapshotsOfEveryWeekADriveWasThere() {
        List<WeeklyScores> all = WeeklyScores.of(
                List.of(drive(true), drive(false)),
                Weeks.of("2015-06-01", "2015-07-30"),
                new DriveFeatures(new ModelRates(List.of(drive(true)), 0, 0)),
                2,
                row -> new double[] {0.5, 0.25},
                1);
        WeeklyScores made = all.get(0);

        assertThat(made.score()).containsOnly(.5f);
        assertThat(all.get(1).score()).containsOnly(.25f);

        assertThat(made.size()).isEqualTo(8);
        assertThat(made.labels()).containsExactly(true, true, true, true, false, false, false, false);
    }

    @Test
    void devicesCountOnceByTheirHighestScore() {
        DeviceScores devices = DeviceScores.of(scores(
                new float[] {.1f, .9f, .1f, .1f}, new float[] {.2f, .2f, .2f, .2f}, new float[] {.1f, .1f, .8f, .3f}));

        assertThat(devices.healthy()).containsExactly(.2f, .9f);
        assertThat(devices.failing()).containsExactly(.8f);
        assertThat(devices.detectionRate(.5)).isOne();
        assertThat(devices.falseAlarmRate(.5)).isEqualTo(.5);
        assertThat(devices.falseAlarmRate(devices.thresholdAt(0.5))).isEqualTo(.5);
        assertThat(devices.falseAlarmRate(devices.thresholdAt(0.4))).isZero();
    }

    @Test
    void aBudgetInspectsTheHighestOfEachWeek() {
        WeeklyScores found = scores(
                new float[] {.1f, .9f, .1f, .9f}, new float[] {.2f, .2f, .2f, .9f}, new float[] {.1f, .1f, .8f, .3f});
        WeeklyScores missed = scores(
                new float[] {.9f, .9f, .9f, .9f}, new float[] {.2f, .2f, .2f, .9f}, new float[] {.1f, .1f, .8f, .3f});

        assertThat(WeeklyBudget.recall(found, 0.34)).isOne();
        assertThat(WeeklyBudget.recall(missed, 0.34)).isZero();
    }

    @Test
    void aScoreRemembersItsHighestButNotThatOfAnotherDrive() {
        WeeklyScores latched = scores(new float[] {.1f, .9f, .1f, .1f}, new float[] {.2f, .2f, .2f, .2f})
                .latched(.4f, 26);

        assertThat(latched.score()[0]).isCloseTo(.1f, within(1e-6f));
        assertThat(latched.score()[1]).isCloseTo(.9f, within(1e-6f));
        assertThat(latched.score()[3]).isCloseTo(.6f * .1f + .4f * .9f, within(1e-6f));
        assertThat(latched.score()[4]).isCloseTo(.2f, within(1e-6f));
    }

    @Test
    void lastingSuspicionDecidesBetweenItsBoundsAndHowADriveLooksNowOutsideThem() {
        float[] same = {-6, -6, -6, -6};
        WeeklyScores now = scores(new float[] {-2, -2, -2, -2}, same, new float[] {-1, -1, -1, -1}, same);
        WeeklyScores lasting = scores(
                new float[] {-4, -4, -4, -4}, // suspicious, looks bad now
                new float[] {-3.5f, -3.5f, -3.5f, -3.5f}, // more suspicious, looks well now
                new float[] {-9, -8, -7, -6}, // never suspicious, looks bad now
                new float[] {0, -9, -9, -9}); // was clearly suspicious once

        float[] suspicion = DriveScores.suspicion(now, lasting).score();

        assertThat(suspicion[4]).isGreaterThan(suspicion[0]);
        assertThat(suspicion[0]).isGreaterThan(suspicion[8]);
        assertThat(suspicion[11]).isEqualTo(suspicion[8]);
        assertThat(suspicion[15]).isGreaterThan(suspicion[4]).isEqualTo(suspicion[12]);
    }

    @Test
    void probabilitiesKeepTheOrderOfScoresEvenWhereNothingFailed() {
        WeeklyScores scores = scores(
                new float[] {-5, -4.9f, -4.8f, -4.7f}, new float[] {-4, -3, -2, -1}, new float[] {-3.5f, 0, 1, 2});

        double[] probabilities = DriveCalibration.fit(scores).probabilities(scores);

        assertThat(probabilities[1]).isGreaterThan(probabilities[0]);
        assertThat(probabilities[3]).isGreaterThan(probabilities[2]);
        assertThat(probabilities[11]).isGreaterThan(probabilities[10]).isBetween(0.5, 1.0);
    }

    @Test
    void joinedTablesKeepTheirDrivesApart() {
        WeeklyScores part = scores(new float[] {1, 2, 3, 4}, new float[] {5, 6, 7, 8});
        WeeklyScores joined = WeeklyScores.concat(List.of(part, part));

        assertThat(joined.size()).isEqualTo(16);
        assertThat(joined.drive()[15]).isEqualTo(3);
        assertThat(joined.positive(15)).isTrue();
        assertThat(joined.positive(8)).isFalse();
    }
}
