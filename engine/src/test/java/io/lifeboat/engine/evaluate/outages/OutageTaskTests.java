package io.lifeboat.engine.evaluate.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageTaskTests {

    private static final DateTimeFormatter STARTED = DateTimeFormatter.ofPattern("M/d/yyyy H:mm");

    @TempDir
    Path folder;

    /** Two clusters of 20 nodes over eight years; node 0 of each fails nearly every week, the others by chance. */
    private Path outages() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        List<String> lines = new ArrayList<>();
        lines.add("System,nodes,nodenum,Prob Started,Hardware,Software");
        for (LocalDate day = LocalDate.of(1998, 1, 1); day.getYear() < 2006; day = day.plusDays(1)) {
            for (int system = 1; system <= 2; system++) {
                for (int node = 0; node < 18; node++) {
                    if (random.nextDouble() < (node == 0 ? 0.3 : 0.003)) {
                        String cause = random.nextInt(4) == 0 ? ",\"Paging, swap\"" : "CPU,";
                        lines.add(
                                system + ",20," + node + "," + day.atTime(3, 5).format(STARTED) + "," + cause);
                    }
                }
            }
        }
        return Files.write(folder.resolve("outages.csv"), lines);
    }

    private EvaluateOptions options(Path file) {
        return EvaluateOptions.parse(List.of(
                "--train", file.toString(),
                "--test", file.toString(),
                "--predictions", folder.resolve("out.csv").toString(),
                "--json", folder.resolve("out.json").toString()));
    }

    @Test
    void historyAloneRaisesNoCriticalAlarmHoweverSureItIs() throws IOException {
        new OutageTask().run(options(outages()));

        String json = Files.readString(folder.resolve("out.json"));
        assertThat(json).contains("\"critical\": 0").doesNotContain("\"held_back_by_quorum\": 0,");
        assertThat(Files.readAllLines(folder.resolve("out.csv")))
                .noneMatch(line -> line.endsWith(",critical"))
                .anyMatch(line -> line.startsWith("1,0,") && line.endsWith(",warning"))
                .noneMatch(line -> line.startsWith("1,7,") && line.endsWith(",warning"))
                .anyMatch(line -> line.startsWith("2,silent-18,") && line.endsWith(",none"));
    }

    @Test
    void featuresDoNotKnowTheDayItself() {
        OutageNode node = new OutageNode("1", "0", new int[] {10, 100}, new int[] {100});
        OutageSystem system = OutageSystem.of("1", List.of(node));

        float[] before = OutageFeatures.row(system, node, 100);
        float[] after = OutageFeatures.row(system, node, 101);

        int week = OutageFeatures.NAMES.indexOf("hardware_7d");
        assertThat(before[week]).isZero();
        assertThat(after[week]).isEqualTo(1);
        assertThat(before[OutageFeatures.NAMES.indexOf("days_since_outage")]).isEqualTo(90);
    }

    @Test
    void aYoungClusterIsNotJudged() {
        OutageNode node = new OutageNode("1", "0", new int[] {0, 400}, new int[] {0, 400});
        List<OutageSystem> systems = List.of(OutageSystem.of("1", List.of(node)));

        assertThat(OutageTable.of(systems, 0, 89, 1, 1).rows()).isEmpty();
        assertThat(OutageTable.abstained(systems, 0, 84)).isEqualTo(12);
        assertThat(OutageTable.of(systems, 91, 105, 1, 1).rows()).hasSize(2);
    }

    @Test
    void aBadDateIsRefusedWithItsLine() throws IOException {
        Path file = Files.write(
                folder.resolve("bad.csv"),
                List.of("System,nodes,nodenum,Prob Started,Hardware", "1,2,0,2005-06-21,CPU"));

        assertThatThrownBy(() -> new OutageTask().run(options(file)))
                .hasMessageContaining("line 2: Prob Started is '2005-06-21', but must look like 6/21/2005 10:54");
    }
}
