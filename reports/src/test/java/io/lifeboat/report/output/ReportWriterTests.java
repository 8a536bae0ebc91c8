package io.lifeboat.report.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.SampleJournals;
import io.lifeboat.report.console.ConsoleLine;
import io.lifeboat.report.html.ReportPage;
import io.lifeboat.report.journal.JournalEntry;
import io.lifeboat.report.json.ResultJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTests {

    private static final String HOSTILE = "<script>alert(\"1\")</script>' $1 ]]> \u202eevil & co";

    @TempDir
    Path root;

    @Test
    void thePageSaysWhatTheJournalSays() throws IOException {
        String html = report("good", SampleJournals.runUpToACrash("orders survive", true, false));
        assertThat(html)
                .contains("✔ PASSED", "orders survive", "all 3 expectations were met", "✔ 184 throttled periods")
                .contains("-Dlifeboat.seed=42", "node crashed", "Serving on node-3 3.1 s after the injection")
                .doesNotContain("SIMULATED");
    }

    @Test
    void aFailedRunShowsWhyTheMoveWasRolledBack() throws IOException {
        String html = report("bad", SampleJournals.runUpToACrash("orders sink", false, false));
        assertThat(html).contains("✘ FAILED", "node-3 was not ready within 2.5 s", "Connection refused");
    }

    @Test
    void aSimulatedFaultIsLabelled() throws IOException {
        assertThat(report("sim", SampleJournals.runUpToACrash("sim", true, true)))
                .contains("SIMULATED");
    }

    @Test
    void nothingIsLoadedFromOutside() throws IOException {
        String html = report("good", SampleJournals.runUpToACrash("orders", true, false));
        assertThat(html)
                .doesNotContainPattern("https?://|\\ssrc=|<script|<link|url\\(|@import")
                .contains("default-src &#39;none&#39;");
    }

    @Test
    void hostileNamesStayText() throws IOException {
        String html = report("hostile", SampleJournals.runUpToACrash(HOSTILE, true, false));
        assertThat(html)
                .contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; $1 ]]&gt;")
                .doesNotContain("<script", "\u202e");
        assertThat(Files.readString(root.resolve("hostile/summary.md"))).doesNotContain("<script");
        assertThat(Files.readString(RunIndex.write(root))).doesNotContain("<script", "\u202e");
    }

    @Test
    void anIncidentIsOneLineOfTheTimelineAndARowOfATable() {
        List<JournalEntry> entries = new ArrayList<>(SampleJournals.runUpToACrash("incident", true, false));
        String cause = "rack <r1>: 2 of 4 nodes are in trouble at once";
        entries.add(new JournalEntry.IncidentOpened(2_000_000, "incident-1", cause, List.of("node-1", "node-2")));
        entries.add(new JournalEntry.IncidentClosed(9_000_000, "incident-1", List.of("node-1", "node-2", "node-3")));
        ExperimentResult result = ExperimentResult.of(entries);
        assertThat(result.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.nodes()).containsExactly("node-1", "node-2", "node-3");
            assertThat(incident.closedAt()).contains(Duration.ofSeconds(9));
        });
        String page = ReportPage.of(result);
        assertThat(page)
                .containsOnlyOnce(">Incident<")
                .contains("rack &lt;r1&gt;: 2 of 4 nodes are in trouble at once: node-1, node-2, node-3")
                .contains("Troubles of several nodes with one cause");
        assertThat(ResultJson.of(result)).contains("\"openedAtMicros\": 2000000", "\"closedAtMicros\": 9000000");
    }

    @Test
    void aThousandNodesStaySmall() throws IOException {
        String html = report("many", SampleJournals.manyNodes(1000));
        assertThat(html.length()).isLessThan(300_000);
        assertThat(html).contains("998 other nodes");
    }

    @Test
    void anEmptyJournalIsReportedAsUnfinished() throws IOException {
        assertThat(report("empty", List.of())).contains("? UNFINISHED", "The journal broke off");
    }

    @Test
    void aFailedRunSaysOnTopWhichExpectationWasMissedAndWhatRequestsSaw() throws IOException {
        String html = report("bad", SampleJournals.runUpToACrash("orders sink", false, false));
        assertThat(html.substring(0, html.indexOf("</header>")))
                .contains("✘ error rate — required at most 0.1 %, observed 26 %: connection reset")
                .contains("A failed request saw: java.net.ConnectException");
    }

    @Test
    void anAbortedRunIsNeitherPassedNorFailedAndShowsWhatWaited() throws IOException {
        String html = report("aborted", SampleJournals.aborted());
        assertThat(html)
                .contains("verdict aborted", "⊘ ABORTED", "neither passed nor failed", "no node has 2 CPUs free");
        String index = Files.readString(RunIndex.write(root));
        assertThat(index).contains("verdict aborted", "2 of 10");
    }

    @Test
    void theSignalsOfAFaultyNodeAreShownAndMissingOnesNamed() throws IOException {
        String html = report("signals", SampleJournals.runUpToACrash("orders", true, false));
        assertThat(html)
                .contains(
                        "Signals of node-1",
                        "CPU throttled of node-1",
                        "At most 90 % since the fault began, 0 % before")
                .contains("Missing, neither reported nor recorded: CPU steal.")
                .contains("class=\"stop\"", "✕ down");
    }

    @Test
    void durationsAreNeverShownInMicroseconds() throws IOException {
        String html = report("good", SampleJournals.runUpToACrash("orders", true, false));
        assertThat(html.replace("5000 of 100000 µs", "")).doesNotContain("µs");
    }

    @Test
    void severalWritersOfTheIndexLoseNoTest() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Path>> work = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String name = "test-" + i;
                work.add(() -> {
                    report(name, SampleJournals.aborted());
                    return RunIndex.write(root);
                });
            }
            for (Future<Path> done : writers.invokeAll(work)) {
                done.get();
            }
        } finally {
            writers.shutdownNow();
        }
        String index = Files.readString(root.resolve("index.html"));
        assertThat(index).contains("16 tests, 16 not passed");
        for (int i = 0; i < 16; i++) {
            assertThat(index).contains("./test-" + i + "/index.html");
        }
    }

    @Test
    void anUnreadableResultIsListedAsSuchBesideTheOthers() throws IOException {
        report("good", SampleJournals.runUpToACrash("orders", true, false));
        Files.writeString(Files.createDirectory(root.resolve("odd")).resolve("lifeboat-result.json"), "{}");
        assertThat(Files.readString(RunIndex.write(root)))
                .contains("2 tests, 1 not passed", "unreadable: ", "it is no result of a Lifeboat test");
    }

    @Test
    void theIndexListsFailuresFirst() throws IOException {
        report("a", SampleJournals.runUpToACrash("first", true, false));
        report("b", SampleJournals.runUpToACrash("second", false, false));
        String index = Files.readString(RunIndex.write(root));
        assertThat(index).contains("2 tests, 1 not passed", "./a/index.html", "./b/index.html");
        assertThat(index.indexOf("second")).isLessThan(index.indexOf("first"));
    }

    @Test
    void theIndexAddsUpPredictionsAndKeepsSimulatedOnesApart() throws IOException {
        for (int i = 0; i < 5; i++) {
            report("real-" + i, SampleJournals.runUpToACrash("real", true, false));
        }
        report("simulated", SampleJournals.runUpToACrash("simulated", true, true));
        assertThat(Files.readString(RunIndex.write(root)))
                .contains("Real nodes", "5 of 5 failures", "Simulated nodes", "1 of 1 failures")
                .contains("too few to say, at least 5 are needed", "Too few failures (5, at least 10 are needed)")
                .contains("below ");
    }

    @Test
    void theSummaryHasALineOnLeadTimeAndFalseAlarms() throws IOException {
        report("good", SampleJournals.runUpToACrash("orders", true, false));
        assertThat(Files.readString(root.resolve("good/summary.md")))
                .contains("Prediction: warned 3.8 s ahead; no false alarms in ");
    }

    @Test
    void theConsoleLineHoldsTheVerdictAndFallsBackToAscii() {
        ExperimentResult result = ExperimentResult.of(SampleJournals.runUpToACrash("orders", true, false));
        assertThat(ConsoleLine.of(result, Path.of("x.html")))
                .startsWith("✔ orders — moved in 3.1 s, p99 ")
                .contains("0 of 4\u00a0000 requests failed", "warned 3.8 s ahead");
        assertThat(ConsoleLine.of(result, Path.of("x.html"), StandardCharsets.US_ASCII))
                .startsWith("[ok] orders - ")
                .doesNotContain("?");
    }

    private String report(String name, List<JournalEntry> entries) throws IOException {
        Path directory = Files.createDirectory(root.resolve(name));
        SampleJournals.write(directory.resolve("journal.jsonl"), entries);
        ReportWriter.write(directory, directory.resolve("journal.jsonl"));
        return Files.readString(directory.resolve("index.html"));
    }
}
