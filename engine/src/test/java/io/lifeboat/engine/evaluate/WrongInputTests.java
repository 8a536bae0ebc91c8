package io.lifeboat.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is refused by every task in one line with the likely fix, and no output is left half-written. */
class WrongInputTests {

    @TempDir
    Path folder;

    private Path labels;

    @BeforeEach
    void writeLabels() throws IOException {
        labels = Files.writeString(folder.resolve("windows.json"), "{\"a/b.csv\": []}");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void refused(String task, Path input, String reason) throws IOException {
        refused(reason, task, "--train", input.toString(), "--test", input.toString());
    }

    private void refused(String reason, String... given) throws IOException {
        List<String> arguments = new ArrayList<>(Arrays.asList(given));
        if (given[0].equals("nab") && !arguments.contains("--threshold")) {
            arguments.addAll(List.of("--labels", labels.toString()));
        }
        if (!arguments.contains("--predictions")) {
            arguments.addAll(List.of("--predictions", folder.resolve("out.csv").toString()));
        }
        arguments.addAll(List.of("--json", folder.resolve("out.json").toString()));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Evaluate(EvaluationTasks.ALL)
                .run(arguments, new PrintStream(OutputStream.nullOutputStream()), new PrintStream(err));

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(reason, "Maybe")
                .doesNotContain("Exception")
                .hasLineCount(1);
        assertThat(status).isEqualTo(2);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("out."));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"disk", "rul", "nab", "server", "network"})
    void whatIsNoFile(String task) throws IOException {
        refused(task, folder.resolve("nowhere.csv"), "nowhere.csv, which cannot be read");
        refused(task, folder, "which is a directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"disk", "rul", "nab", "server", "network"})
    void whatIsEmptyOrOfAnotherLayout(String task) throws IOException {
        refused(task, file("empty.csv", ""), "empty.csv");
        refused(task, file("other.csv", "hello,world\n1,2\n"), "other.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"disk", "rul", "nab", "server", "network"})
    void whatCannotBeUnpacked(String task) throws IOException {
        refused(task, file("plain.csv.gz", "1,2\n"), "plain.csv.gz is named .gz, but cannot be unpacked");
        Path cut = folder.resolve("cut.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(cut))) {
            out.write("smart_5,unit_number,timestamp,Type\n".getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        refused(task, cut, "cut.csv.gz is cut off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"disk", "rul", "nab", "server", "network"})
    void optionsThatNobodyReadsOrCanObey(String task) throws IOException {
        String input = file("other.csv", "hello,world\n1,2\n").toString();
        refused("--treshold is no option", task, "--train", input, "--test", input, "--treshold", "3");
        refused("--threads is '0'", task, "--train", input, "--test", input, "--threads", "0");
        refused("--threads is '99999999999'", task, "--train", input, "--test", input, "--threads", "99999999999");
        refused("--seed is 'x'", task, "--train", input, "--test", input, "--seed", "x");
    }

    @Test
    void historiesAreDirectoriesWithRuns() throws IOException {
        Path file = file("history.csv", "hello\n");
        refused("which is no directory", "local", "--test", file.toString());
        refused("which is no directory", "local", "--test", folder.toString(), "--models", file.toString());
        refused("no complete run", "local", "--test", folder.toString());
    }

    @Test
    void outputsThatCannotBeWrittenAreRefusedBeforeAnythingIsTrained() throws IOException {
        String input = file("input.csv", "hello,world\n1,2\n").toString();
        refused(
                "nothing can be written to",
                "rul",
                "--predictions",
                folder.resolve("no/p.csv").toString());
        refused("is the directory", "rul", "--predictions", folder.toString());
        refused("are both", "rul", "--predictions", folder.resolve("out.json").toString());
        refused("would replace", "rul", "--train", input, "--test", input, "--predictions", input);
        assertThat(Path.of(input)).hasContent("hello,world\n1,2\n");
    }

    @Test
    void seriesWithoutValuesAndThresholdsThatAreNone() throws IOException {
        Path header = file("header.csv", "timestamp,value\n");
        refused("but no values", "nab", "--test", header.toString(), "--threshold", "4");
        Path one = file("one.csv", "timestamp,value\n2026-01-01 00:00:00,1\n");
        refused("--threshold is 'NaN'", "nab", "--test", one.toString(), "--threshold", "NaN");
        refused("There is no threshold", "nab", "--test", one.toString());
    }

    @Test
    void unitsThatAreTooFewOrUnknown() throws IOException {
        String few = file("few.csv", "unit_number,time_in_cycles,sensor_1\n1,1,0.5\n")
                .toString();
        String none = file("none.csv", "unit_number,time_in_cycles,sensor_1\n").toString();
        String truth = file("truth.csv", "unit_number,RUL\n2,9\n").toString();
        String never = file("never.csv", "unit_number,RUL\n1,-9\n").toString();
        refused("but no units", "rul", "--train", few, "--test", none);
        refused("There are 1 units to learn from", "rul", "--train", few, "--test", few);
        refused("does not say how unit 1 went on", "rul", "--train", few, "--test", few, "--truth", truth);
        refused("RUL is '-9'", "rul", "--train", few, "--test", few, "--truth", never);
    }

    @Test
    void labelsAndTruthOfOtherServers() throws IOException {
        String rows = file("rows.csv", "1,2\n2,1\n".repeat(60)).toString();
        String few = file("few.csv", "1,2\n2,1\n").toString();
        String all = file("all.csv", "1\n".repeat(120)).toString();
        refused("few.csv: There are 1 rows", "server", "--train", few, "--test", rows);
        refused("must be 0 or 1 alone", "server", "--train", rows, "--test", rows, "--labels", rows);
        refused("every row anomalous", "server", "--train", rows, "--test", rows, "--labels", all);
        for (String segment : List.of("500-501:1", "1-2:3", "2-1:1", "1-2:0", "nonsense", "")) {
            String truth = file("truth.txt", segment).toString();
            refused("", "server", "--train", rows, "--test", rows, "--truth", truth);
        }
    }

    @Test
    void timestampsThatWouldFillTheMemory() throws IOException {
        String header = "Timestamp,Type,ID,BER,OSNR,Failure\n1600000000,Devices,a,1,1,0\n";
        String far = file("far.csv", header + "1700000000,Devices,a,1,1,0\n").toString();
        String millis =
                file("millis.csv", header + "1600000000000,Devices,a,1,1,0\n").toString();
        String none = file("none.csv", header + ",Devices,a,1,1,0\n").toString();
        refused("more than 4000000 steps", "network", "--train", far, "--test", far);
        refused("Timestamp is '1600000000000'", "network", "--train", millis, "--test", millis);
        refused("Timestamp is ''", "network", "--train", none, "--test", none);
    }
}
