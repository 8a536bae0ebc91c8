package io.lifeboat.engine.evaluate.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTaskTests {

    @TempDir
    Path folder;

    private String run(Path train, Path test, String name, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--train", train.toString(),
                "--test", test.toString(),
                "--predictions", folder.resolve(name + ".csv").toString(),
                "--json", folder.resolve(name + ".json").toString()));
        arguments.addAll(List.of("--train-from", "2015-01-05", "--train-until", "2015-06-30"));
        if (more.length == 0) {
            arguments.addAll(List.of("--test-from", "2015-08-03", "--test-until", "2015-11-30"));
        }
        arguments.addAll(List.of(more));
        new DiskTask().run(EvaluateOptions.parse(arguments));
        return Files.readString(folder.resolve(name + ".json"));
    }

    private static double figure(String json, String name) {
        Matcher matcher =
                Pattern.compile("\"" + Pattern.quote(name) + "\": ([-0-9.]+)").matcher(json);
        assertThat(matcher.find()).as(name).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    @Test
    void findsTheDrivesThatWarnOnAFleetItHasNotSeen() throws IOException {
        Path train = Fleet.write(folder.resolve("train.csv"), 800, 1);
        Path test = Fleet.write(folder.resolve("test.csv.copy"), 400, 2);

        String json = run(train, test, "other");

        assertThat(figure(json, "auc")).isGreaterThan(0.85);
        assertThat(figure(json, "detection_at_far_0.05")).isGreaterThan(0.75);
        assertThat(figure(json, "recall_in_weekly_budget_1_percent")).isPositive();
        assertThat(figure(json, "transferred_far_at_far_0.01")).isLessThan(0.04);
        assertThat(figure(json, "observed_over_expected")).isBetween(0.5, 2.0);
        List<String> lines = Files.readAllLines(folder.resolve("other.csv"));
        assertThat(lines.get(0)).isEqualTo("drive,time,probability,alarm,urgency,probability_now");
        assertThat(lines).hasSize(1 + (int) figure(json, "drive_weeks"));
        assertThat(lines.get(1)).matches("\\d+,2015-08-03,0\\.\\d+,[01],0\\.\\d+,0\\.\\d+");
    }

    @Test
    void theSameSeedGivesTheSameFilesWhateverTheNumberOfThreads() throws IOException {
        Path fleet = Fleet.write(folder.resolve("fleet.csv"), 200, 3);
        List<String> periods = List.of("--test-from", "2015-08-03", "--test-until", "2015-11-30");
        List<String> threads = new ArrayList<>(periods);
        threads.addAll(List.of("--threads", "3"));

        run(fleet, fleet, "one");
        run(fleet, fleet, "three", threads.toArray(String[]::new));

        assertThat(folder.resolve("three.csv")).hasSameBinaryContentAs(folder.resolve("one.csv"));
        assertThat(folder.resolve("three.json")).hasSameBinaryContentAs(folder.resolve("one.json"));
    }

    @Test
    void periodsThatWouldLeakAreRefused() {
        Path fleet = Fleet.write(folder.resolve("fleet.csv"), 20, 3);

        assertThatThrownBy(() -> run(fleet, fleet, "leak", "--test-from", "2015-07-15", "--test-until", "2015-11-30"))
                .hasMessageContaining("2015-07-15 is within 30 days of --train-until 2015-06-30");
        assertThatThrownBy(() -> run(fleet, fleet, "late", "--test-from", "2025-01-01", "--test-until", "2025-02-01"))
                .hasMessageContaining("was there from 2025-01-01");
        assertThatThrownBy(() -> run(fleet, fleet, "typo", "--test-form", "2015-08-15"))
                .hasMessageContaining("--test-form");
        assertThatThrownBy(() -> run(fleet, fleet, "date", "--test-from", "August"))
                .hasMessageContaining("'August' is no date");
    }
}
