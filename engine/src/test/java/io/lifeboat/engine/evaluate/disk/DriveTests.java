package io.lifeboat.engine.evaluate.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriveTests {

    private static final Drive FAILING =
            Fleet.drive("2015-06-30", 10_000, true, new double[][] {{4_000, 0}, {9_900, 8}});

    @TempDir
    Path folder;

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    @Test
    void hoursOfPowerLieOnTheCalendar() {
        assertThat(FAILING.hourOn(day("2015-06-30"))).isEqualTo(10_000);
        assertThat(FAILING.hourOn(day("2015-06-20"))).isEqualTo(9_760);
        assertThat(FAILING.stepAt(9_760)).isZero();
        assertThat(FAILING.stepAt(9_900)).isEqualTo(1);
        assertThat(FAILING.stepAt(1)).isZero();
    }

    @Test
    void aDriveIsThereFromItsFirstStepUntilTheDayBeforeItFails() {
        assertThat(FAILING.presentOn(day("2014-10-22"))).isFalse();
        assertThat(FAILING.presentOn(day("2014-10-23"))).isTrue();
        assertThat(FAILING.presentOn(day("2015-06-29"))).isTrue();
        assertThat(FAILING.presentOn(day("2015-06-30"))).isFalse();
    }

    @Test
    void onlyTheThirtyDaysBeforeTheFailureArePositive() {
        assertThat(FAILING.failsWithin(day("2015-05-30"), 30)).isFalse();
        assertThat(FAILING.failsWithin(day("2015-05-31"), 30)).isTrue();
        assertThat(FAILING.failsWithin(day("2015-06-29"), 30)).isTrue();
    }

    @Test
    void featuresDoNotKnowTheFuture() {
        Drive healthyTwin =
                Fleet.drive("2015-06-30", 10_000, false, new double[][] {{4_000, 0}, {9_900, 0}, {9_950, 3}});
        DriveFeatures features = new DriveFeatures(new ModelRates(List.of(FAILING), 0, 0));

        assertThat(features.row(FAILING, day("2015-06-20")))
                .containsExactly(features.row(healthyTwin, day("2015-06-20")));
        assertThat(features.row(FAILING, day("2015-06-29"))).isNotEqualTo(features.row(healthyTwin, day("2015-06-20")));
        assertThat(features.row(FAILING, day("2015-06-20")))
                .hasSize(features.names().size());
    }

    @Test
    void noFeatureIsNamedAfterWhatOnlyTheFutureKnows() {
        List<String> names = new DriveFeatures(new ModelRates(List.of(FAILING), 0, 0)).names();

        assertThat(names)
                .doesNotHaveDuplicates()
                .noneMatch(name -> Arrays.asList("max_date", "n_fails", "n_records", "max_hours", "tstop")
                        .contains(name));
    }

    @Test
    void anErrorThatWasResetIsRemembered() {
        Drive reset = Fleet.drive("2015-06-30", 10_000, false, new double[][] {{4_000, 0}, {5_000, 9}, {6_000, 0}});
        DriveFeatures features = new DriveFeatures(new ModelRates(List.of(reset), 0, 0));
        float[] row = features.row(reset, day("2015-06-30"));

        assertThat(row[features.names().indexOf("reallocated_sectors")]).isZero();
        assertThat(row[features.names().indexOf("reallocated_sectors_highest")]).isEqualTo(9);
        assertThat(row[features.names().indexOf("reallocated_sectors_hours_since_first")])
                .isEqualTo(5_000);
        assertThat(row[features.names().indexOf("errors_now")]).isZero();
        assertThat(row[features.names().indexOf("errors_ever")]).isEqualTo(1);
    }

    @Test
    void ratesCountOnlyWhatWasKnownByTheDay() {
        ModelRates before = new ModelRates(List.of(FAILING), day("2015-01-01"), day("2015-06-29"));
        ModelRates after = new ModelRates(List.of(FAILING), day("2015-01-01"), day("2015-06-30"));

        assertThat(after.rate("ST4000")).isGreaterThan(before.rate("ST4000"));
        assertThat(after.silentRate("ST4000")).isLessThan(after.rate("ST4000"));
        assertThat(after.rate("never seen")).isPositive();
    }

    @Test
    void stepsOfADriveMayComeInAnyOrder() throws IOException {
        Path file = folder.resolve("drives.csv");
        Files.write(
                file,
                List.of(
                        Fleet.HEADER,
                        "7,WDC,2,2015-01-01,2015-06-30,50,90,1,1,,2,,,,,0,0",
                        "7,WDC,2,2015-01-01,2015-06-30,10,50,0,0,,2,,,,,0,0"));

        Drive drive = DriveFile.read(List.of(file)).get(0);

        assertThat(drive.starts()).containsExactly(10, 50);
        assertThat(drive.failed()).isTrue();
        assertThat(drive.lastHour()).isEqualTo(90);
        assertThat(drive.value(1, Smart.REALLOCATED_SECTORS)).isEqualTo(1);
        assertThat(drive.value(1, Smart.REPORTED_UNCORRECTABLE)).isNaN();
    }

    @Test
    void timeoutsPackedInWordsAreCountedApart() throws IOException {
        Path file = folder.resolve("drives.csv");
        long packed = 3L << 32 | 2 << 16 | 1;
        Files.write(file, List.of(Fleet.HEADER, "7,ST4000,4,2015-01-01,2015-06-30,10,90,0,0,,2,," + packed + ",,,0,0"));
        DriveFeatures features = new DriveFeatures(new ModelRates(List.of(FAILING), 0, 0));

        float[] row = features.row(DriveFile.read(List.of(file)).get(0), day("2015-06-30"));

        assertThat(row[features.names().indexOf("timeouts")]).isEqualTo(1);
        assertThat(row[features.names().indexOf("timeouts_5s")]).isEqualTo(2);
        assertThat(row[features.names().indexOf("timeouts_7s")]).isEqualTo(3);
    }

    @Test
    void aBadDateIsRefusedWithItsLine() throws IOException {
        Path file = folder.resolve("drives.csv");
        Files.write(file, List.of(Fleet.HEADER, "7,WDC,2,x,30.6.2015,50,90,1,1,,2,,,,,0,0"));

        assertThatThrownBy(() -> DriveFile.read(List.of(file))).hasMessageContaining("line 2: max_date is '30.6.2015'");
    }
}
