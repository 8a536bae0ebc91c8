package io.lifeboat.report.console;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.FaultResult;
import io.lifeboat.report.Headlines;
import io.lifeboat.report.PredictionSentence;
import io.lifeboat.report.journal.JournalEntry.Finished;
import io.lifeboat.report.journal.JournalEntry.Started;
import io.lifeboat.report.journal.Phase;
import io.lifeboat.report.text.Texts;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The verdict of a test in one line. */
public final class ConsoleLine {

    private ConsoleLine() {}

    /** The line for a console that can show any character. */
    public static String of(ExperimentResult result, Path html) {
        String outcome = result.finished().map(Finished::outcome).orElse("unfinished");
        String mark = outcome.equals("passed") ? "✔" : outcome.equals("aborted") ? "⊘" : "✘";
        String name = result.started().map(Started::displayName).orElse("unknown test");
        return oneLine("%s %s — %s  %s".formatted(mark, name, String.join(", ", facts(result, outcome)), html));
    }

    /** The line for a console of that charset: signs that it cannot encode are replaced by ASCII ones. */
    public static String of(ExperimentResult result, Path html, Charset charset) {
        String line = of(result, html);
        if (charset.newEncoder().canEncode(line)) {
            return line;
        }
        String plain = line.replace("✔", "[ok]")
                .replace("✘", "[FAILED]")
                .replace("⊘", "[aborted]")
                .replace("—", "-")
                .replace("µ", "u")
                .replace('\u00a0', ' ');
        return new String(plain.getBytes(charset), charset);
    }

    private static List<String> facts(ExperimentResult result, String outcome) {
        List<String> facts = new ArrayList<>();
        if (!outcome.equals("passed")) {
            facts.add(result.finished().map(Finished::reason).orElse("the journal broke off"));
        }
        Headlines.slowestMove(result).ifPresent(time -> facts.add("moved in " + Texts.duration(time)));
        result.latency(Phase.WHOLE, 99).ifPresent(p99 -> facts.add("p99 " + Texts.latency(p99)));
        if (result.hasData(Phase.WHOLE)) {
            facts.add("%s of %s requests failed"
                    .formatted(Texts.count(result.failures(Phase.WHOLE)), Texts.count(result.requests(Phase.WHOLE))));
        }
        PredictionSentence.lead(result).ifPresent(facts::add);
        if (result.faults().stream().anyMatch(FaultResult::simulated)) {
            facts.add("simulated");
        }
        return facts.isEmpty() ? List.of(outcome) : facts;
    }

    /** Names may hold line breaks and control characters, which must not forge another line. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
