package io.lifeboat.engine.evaluate.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostTests {

    private static final Weeks WEEKS = Weeks.of("2015-06-01", "2015-07-27");
    private static final WorkloadCost COST = new WorkloadCost("shop", 100, 10);

    @TempDir
    Path folder;

    private static CostReplay replay(List<Drive> drives, double... byDrive) {
        WeeklyScores scores = WeeklyScores.unscored(drives, WEEKS);
        double[] probability = new double[scores.size()];
        for (int i = 0; i < probability.length; i++) {
            probability[i] = byDrive[scores.drive()[i]];
        }
        return new CostReplay(scores, probability, 3);
    }

    private static Drive drive(String lastDay, boolean failed) {
        return Fleet.drive(lastDay, 10_000, failed, new double[][] {{0, 0}});
    }

    @Test
    void theThresholdIsTheCostOfMovingOverWhatAMoveCanAvert() {
        assertThat(COST.threshold(1)).isCloseTo(0.1, within(1e-12));
        assertThat(COST.threshold(0.5)).isCloseTo(0.2, within(1e-12));
        assertThat(new WorkloadCost("dearer", 1000, 10).threshold(1)).isLessThan(COST.threshold(1));
    }

    @Test
    void aMoveIsPaidOnceAHorizonAndSavesTheFailure() {
        CostReplay replay = replay(List.of(drive("2015-06-20", true), drive("2015-12-31", false)), 0.5, 0.5);

        assertThat(replay.cost(0, COST, 0.1)).isEqualTo(10);
        assertThat(replay.cost(0, COST, CostReplay.NEVER)).isEqualTo(100);
        int healthy = replay.beginnings()[1];
        assertThat(replay.cost(healthy, COST, 0.1)).isEqualTo(20);
        assertThat(replay.cost(healthy, COST, CostReplay.NEVER)).isZero();
    }

    @Test
    void aFailureDuringTheMoveCostsBoth() {
        CostReplay replay = replay(List.of(drive("2015-06-03", true)), 0.5);

        assertThat(replay.cost(0, COST, 0.1)).isEqualTo(110);
    }

    @Test
    void thresholdsByCostBeatAnyOneNumberWhereProbabilitiesAreTrue() {
        List<WorkloadCost> kinds = List.of(new WorkloadCost("dear", 200, 10), new WorkloadCost("cheap", 20, 10));
        SplittableRandom random = new SplittableRandom(3);
        List<Drive> drives = new ArrayList<>();
        double[] probability = new double[3000];
        for (int d = 0; d < probability.length; d++) {
            probability[d] = Math.pow(random.nextDouble(), 4);
            boolean fails = random.nextDouble() < probability[d];
            drives.add(drive(fails ? "2015-06-" + (10 + random.nextInt(20)) : "2015-06-30", fails));
        }
        CostTable table = CostTable.of(replay(drives, probability), kinds, 1);
        CostBootstrap bootstrap = CostBootstrap.of(table, 200, 1);

        assertThat(CostTable.sum(table.byCost())).isLessThan(CostTable.sum(table.byFixed()[table.bestFixed()]));
        assertThat(CostBootstrap.quantile(bootstrap.overRefitted(), 0.025)).isPositive();
        assertThat(CostBootstrap.quantile(bootstrap.overReacting(), 0.025)).isPositive();
        assertThat(CostBootstrap.of(table, 20, 1).overFixed())
                .containsExactly(CostBootstrap.of(table, 20, 1).overFixed());
    }

    @Test
    void replaysWhatTaskDiskPredictedAndRefusesAnotherFile() throws IOException {
        Path fleet = Fleet.write(folder.resolve("fleet.csv"), 200, 3);
        List<Drive> drives = DriveFile.read(List.of(fleet));
        Weeks testing = Weeks.of("2015-08-03", "2015-11-30");
        WeeklyScores scores = new PredictedWeeks(drives, testing).scores();
        List<String> lines = new ArrayList<>(List.of("drive,time,probability,alarm"));
        for (int i = 0; i < scores.size(); i++) {
            double p = scores.positive(i) ? 0.9 : 0.001;
            lines.add(scores.driveOf(i).id() + "," + java.time.LocalDate.ofEpochDay(scores.day(i)) + "," + p + ",0");
        }
        Path predicted = Files.write(folder.resolve("predicted.csv"), lines);

        run(fleet, predicted);

        List<String> out = Files.readAllLines(folder.resolve("cost.csv"));
        assertThat(out.get(0)).isEqualTo("drive,cost_based,best_fixed,reacting");
        assertThat(out).hasSize(1 + new CostReplay(scores, new double[0], 3).beginnings().length);
        assertThat(Files.readString(folder.resolve("cost.json"))).contains("saved_over_best_fixed_low_95");
        Files.write(predicted, lines.subList(0, 5));
        assertThatThrownBy(() -> run(fleet, predicted)).hasMessageContaining("has 4 drive-weeks");
        Files.write(predicted, Arrays.asList(lines.get(0), lines.get(2)));
        assertThatThrownBy(() -> run(fleet, predicted)).hasMessageContaining("does not follow");
    }

    private void run(Path fleet, Path predicted) throws IOException {
        new CostTask()
                .run(EvaluateOptions.parse(List.of(
                        "--train", fleet.toString(),
                        "--test", fleet.toString(),
                        "--predicted", predicted.toString(),
                        "--predictions", folder.resolve("cost.csv").toString(),
                        "--json", folder.resolve("cost.json").toString(),
                        "--train-from", "2015-01-05",
                        "--train-until", "2015-06-30",
                        "--test-from", "2015-08-03",
                        "--test-until", "2015-11-30")));
    }
}
