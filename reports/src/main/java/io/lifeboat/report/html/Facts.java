package io.lifeboat.report.html;

import io.lifeboat.report.AlertResult;
import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.FaultResult;
import io.lifeboat.report.MigrationResult;
import io.lifeboat.report.journal.JournalEntry.FaultSkipped;
import io.lifeboat.report.journal.JournalEntry.MigrationQueued;
import io.lifeboat.report.journal.JournalEntry.Note;
import io.lifeboat.report.journal.Phase;
import io.lifeboat.report.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The tables of a report. */
final class Facts {

    private static final int MOST_ROWS = 100;

    private Facts() {}

    static Element phases(ExperimentResult result) {
        return Tables.of(
                "Load in each phase; latencies count from when a request was due",
                List.of("Phase", "Requests", "Failed", "Error rate", "Throughput", "p50", "p90", "p99", "Max"),
                Arrays.stream(Phase.values())
                        .map(phase -> List.of(
                                Texts.words(phase.name()),
                                Texts.count(result.requests(phase)),
                                Texts.count(result.failures(phase)),
                                Texts.percent(result.errorRate(phase)),
                                Texts.rate(result.throughput(phase)),
                                latency(result, phase, 50),
                                latency(result, phase, 90),
                                latency(result, phase, 99),
                                latency(result, phase, 100)))
                        .toList());
    }

    private static String latency(ExperimentResult result, Phase phase, double percentile) {
        return result.latency(phase, percentile).map(Texts::latency).orElse(Texts.MISSING);
    }

    static List<Element> faults(ExperimentResult result) {
        Stream<List<String>> skipped = result.entries().stream()
                .filter(FaultSkipped.class::isInstance)
                .map(FaultSkipped.class::cast)
                .map(skip ->
                        List.of(Texts.words(skip.type()), skip.node(), "– not injected", skip.reason(), "", "", ""));
        return table(
                "Faults, how they were injected, and what was read back",
                List.of("Fault", "Node", "Took effect", "Read back", "Means", "Severity", "Undone"),
                Stream.concat(result.faults().stream().map(Facts::fault), skipped)
                        .toList());
    }

    private static List<String> fault(FaultResult fault) {
        return List.of(
                Texts.words(fault.type()) + (fault.simulated() ? " (SIMULATED)" : ""),
                fault.node(),
                fault.tookEffect() ? "✔ " + Texts.count(fault.hits()) + " " + fault.unit() : "✘ never",
                fault.readBack(),
                fault.injector() + ": " + fault.means(),
                Texts.percent(fault.severity()),
                fault.undoFailure()
                        .map(why -> "✘ " + why)
                        .orElse(fault.clearedAt()
                                .map(at -> "✔ at " + Texts.duration(at))
                                .orElse("not yet")));
    }

    static List<Element> migrations(ExperimentResult result) {
        return table(
                "Workloads that were moved",
                List.of("Workload", "From → to", "Outcome", "Pause", "Age of data", "Decided", "Why there"),
                result.migrations().stream().map(Facts::migration).toList());
    }

    private static List<String> migration(MigrationResult move) {
        String outcome = move.failure()
                .map(why -> "✘ " + why)
                .orElse(move.completedAt().map(at -> "✔ completed").orElse("under way"));
        return List.of(
                move.workload(),
                move.from() + " → " + move.to(),
                outcome,
                move.pause().map(Texts::duration).orElse("–"),
                move.dataAge().map(Texts::duration).orElse("–"),
                Texts.duration(move.decidedAt()) + ", " + Texts.words(move.kind()),
                move.why());
    }

    /** Empty if nothing ever waited. */
    static List<Element> queue(ExperimentResult result) {
        List<List<String>> rows = result.entries().stream()
                .filter(MigrationQueued.class::isInstance)
                .map(MigrationQueued.class::cast)
                .map(wait -> List.of(
                        wait.workload(),
                        wait.node(),
                        Texts.duration(Duration.ofNanos(wait.at() * 1000)),
                        wait.reason()))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : table("Moves that had to wait, and why", List.of("Workload", "On", "Queued at", "Reason"), rows);
    }

    /** Empty if there was none. */
    static List<Element> incidents(ExperimentResult result) {
        List<List<String>> rows = result.incidents().stream()
                .map(incident -> List.of(
                        Texts.duration(incident.openedAt()),
                        incident.closedAt().map(Texts::duration).orElse("–"),
                        incident.cause(),
                        String.join(", ", incident.nodes())))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : table("Troubles of several nodes with one cause", List.of("From", "To", "Cause", "Nodes"), rows);
    }

    static List<Element> alerts(ExperimentResult result) {
        return table(
                "Alerts and their reasons",
                List.of("At", "Tier", "Node", "Component", "Probability", "Threshold", "Reasons"),
                result.alerts().stream().map(Facts::alert).toList());
    }

    private static List<String> alert(AlertResult alert) {
        return List.of(
                Texts.duration(alert.at()),
                Texts.words(alert.tier()),
                alert.node(),
                alert.component(),
                Texts.percent(alert.probability()) + " within " + Texts.duration(alert.horizon())
                        + LifeText.after(alert),
                Texts.percent(alert.threshold()),
                String.join("; ", alert.reasons()));
    }

    static List<Element> notes(ExperimentResult result) {
        List<Element> lines = new ArrayList<>();
        result.firstFailures().forEach(text -> lines.add(Element.of("li", "A failed request saw: " + text)));
        result.entries().stream()
                .filter(Note.class::isInstance)
                .map(Note.class::cast)
                .limit(MOST_ROWS)
                .forEach(note -> lines.add(
                        Element.of("li", Texts.duration(Duration.ofNanos(note.at() * 1000)) + " — " + note.text())));
        return lines.isEmpty() ? List.of() : List.of(Element.of("ul").add(lines));
    }

    static List<Element> replay(ExperimentResult result) {
        return result.started()
                .map(started -> {
                    Element facts = Element.of("dl").css("facts");
                    facts.add(Element.of("dt", "Seed")).add(Element.of("dd", Long.toString(started.seed())));
                    facts.add(Element.of("dt", "Started")).add(Element.of("dd", started.startedAt()));
                    started.environment()
                            .forEach(fact ->
                                    facts.add(Element.of("dt", fact.name())).add(Element.of("dd", fact.value())));
                    return List.of(Element.of("pre", started.replay()), facts);
                })
                .orElse(List.of());
    }

    private static List<Element> table(String caption, List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return List.of(Element.of("p", "None.").css("soft"));
        }
        List<Element> parts = new ArrayList<>();
        parts.add(Tables.of(caption, head, rows.stream().limit(MOST_ROWS).toList()));
        if (rows.size() > MOST_ROWS) {
            parts.add(Element.of("p", (rows.size() - MOST_ROWS) + " more are in the journal.")
                    .css("soft"));
        }
        return parts;
    }
}
