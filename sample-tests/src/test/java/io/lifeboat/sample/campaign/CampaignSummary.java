package io.lifeboat.sample.campaign;

import io.lifeboat.report.journal.JournalReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Sums up a campaign: one line a run as CSV, one line a kind of failure as Markdown, and whether the goals were met. */
final class CampaignSummary {

    private static final String FAULT_FREE = "faultFree";
    private static final double GOAL = 0.95;

    private final List<RunFigures> runs;
    private final int expected;
    private final List<String> missed = new ArrayList<>();

    CampaignSummary(List<RunFigures> runs, int expected) {
        this.runs = runs;
        this.expected = expected;
    }

    /** Arguments: directory of the reports, runs of each kind that there should be, kinds with commas, output without suffix. */
    public static void main(String[] args) throws IOException {
        List<RunFigures> runs = read(Path.of(args[0]));
        CampaignSummary summary = new CampaignSummary(runs, Integer.parseInt(args[1]));
        String markdown = summary.markdown(List.of(args[2].split(",")));
        Files.writeString(Path.of(args[3] + ".csv"), summary.csv());
        Files.writeString(Path.of(args[3] + ".md"), markdown);
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(markdown);
        System.exit(summary.missed.isEmpty() ? 0 : 1);
    }

    private static List<RunFigures> read(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .map(JournalReader::read)
                    .map(RunFigures::of)
                    .sorted(Comparator.comparing(RunFigures::kind))
                    .toList();
        }
    }

    String csv() {
        StringBuilder csv = new StringBuilder(
                "kind,seed,crashed,moved before the crash,lead ms,spare ms,migration ms,requests,failed,false alarms,outcome\n");
        for (RunFigures run : runs) {
            csv.append("%s,%d,%s,%s,%s,%s,%s,%d,%d,%d,\"%s\"%n"
                    .formatted(
                            run.kind(),
                            run.seed(),
                            run.crashed(),
                            run.moved(),
                            text(run.lead()),
                            text(run.spare()),
                            text(run.migration()),
                            run.requests(),
                            run.failed(),
                            run.falseAlarms(),
                            run.outcome().replace("\"", "\"\"").replace("\n", " ")));
        }
        return csv.toString();
    }

    String markdown(List<String> kinds) {
        StringBuilder text = new StringBuilder();
        if (!kinds.equals(List.of(FAULT_FREE))) {
            text.append("""
                    | failure | runs | moved before the crash | failed requests in those | warned before the crash (median, least) | served elsewhere before the crash (median, least) | migration (median, most) | false alarms |
                    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                    """);
            kinds.stream().filter(kind -> !kind.equals(FAULT_FREE)).forEach(kind -> text.append(faultLine(kind)));
            text.append('\n');
        }
        if (kinds.contains(FAULT_FREE)) {
            text.append(faultFreeLine());
        }
        missed.forEach(goal -> text.append("\nMISSED: ").append(goal).append('\n'));
        return text.toString();
    }

    private String faultLine(String kind) {
        List<RunFigures> all = of(kind);
        List<RunFigures> moved = all.stream().filter(RunFigures::moved).toList();
        long failed = moved.stream().mapToLong(RunFigures::failed).sum();
        long alarms = all.stream().mapToLong(RunFigures::falseAlarms).sum();
        require(
                all.size() == expected && all.stream().allMatch(RunFigures::crashed),
                kind + ": not every run ran to its crash");
        require(
                moved.size() >= GOAL * expected,
                kind + ": moved before the crash in only %d of %d runs".formatted(moved.size(), expected));
        require(failed == 0, kind + ": %d requests failed although the work was moved".formatted(failed));
        return "| %s | %d | %d | %d of %d | %s, %s | %s, %s | %s, %s | %d |%n"
                .formatted(
                        kind,
                        all.size(),
                        moved.size(),
                        failed,
                        moved.stream().mapToLong(RunFigures::requests).sum(),
                        at(all, RunFigures::lead, 0.5),
                        at(all, RunFigures::lead, 0),
                        at(all, RunFigures::spare, 0.5),
                        at(all, RunFigures::spare, 0),
                        at(all, RunFigures::migration, 0.5),
                        at(all, RunFigures::migration, 1),
                        alarms);
    }

    private String faultFreeLine() {
        List<RunFigures> all = of(FAULT_FREE);
        long alarms = all.stream().mapToLong(RunFigures::falseAlarms).sum();
        long failed = all.stream().mapToLong(RunFigures::failed).sum();
        require(all.size() == expected, FAULT_FREE + ": only %d of %d runs ran".formatted(all.size(), expected));
        require(alarms == 0, FAULT_FREE + ": %d warnings".formatted(alarms));
        return "%d fault-free runs of 30 s, load changing fourfold: %d warnings, %d of %d requests failed.%n"
                .formatted(
                        all.size(),
                        alarms,
                        failed,
                        all.stream().mapToLong(RunFigures::requests).sum());
    }

    private void require(boolean met, String otherwise) {
        if (!met) {
            missed.add(otherwise);
        }
    }

    private List<RunFigures> of(String kind) {
        Predicate<RunFigures> sameKind = run -> run.kind().equals(kind);
        return runs.stream().filter(sameKind).toList();
    }

    /** The value at a share of the way from the least to the most, in seconds. */
    private static String at(List<RunFigures> runs, Function<RunFigures, OptionalLong> figure, double share) {
        long[] sorted = runs.stream()
                .map(figure)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .sorted()
                .toArray();
        return sorted.length == 0
                ? "–"
                : String.format(Locale.ROOT, "%.1f s", sorted[(int) Math.round(share * (sorted.length - 1))] / 1000.0);
    }

    private static String text(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "";
    }
}
