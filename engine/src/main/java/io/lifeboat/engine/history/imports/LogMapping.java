package io.lifeboat.engine.history.imports;

import io.lifeboat.engine.model.logs.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** How the lines of a log file are written, by a mapping file. The keys are described in {@code docs/history.md}. */
final class LogMapping {

    private static final List<String> KEYS =
            List.of("line", "time.format", "time.zone", "time.year", "node.name", "unmatched", "period");
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Pattern line;
    private final TimeFormat format;
    private final Optional<String> node;
    private final boolean skipsUnmatched;
    private final Duration period;

    /** One line of a log. */
    record Entry(String node, Instant at, Severity severity, String message) {}

    private LogMapping(Mapping mapping) {
        this.line = pattern(mapping);
        this.format = mapping.timeFormat();
        this.node = mapping.get("node.name");
        this.skipsUnmatched = mapping.get("unmatched").orElse("refuse").equals("skip");
        this.period = mapping.duration("period", PERIOD);
        if (!names("node") && node.isEmpty()) {
            throw mapping.problem("line", "nothing says the node. Maybe add (?<node>…), or \"node.name = gateway\".");
        }
    }

    static LogMapping read(Path path) throws IOException {
        return new LogMapping(Mapping.read(path, KEYS));
    }

    private static Pattern pattern(Mapping mapping) {
        String text = mapping.required("line", "line = (?<time>\\S+) (?<node>\\S+) (?<message>.*)");
        if (!text.contains("(?<time>")) {
            throw mapping.problem("line", "line = %s has no (?<time>…). Maybe put one round the time.".formatted(text));
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw mapping.problem("line", "line is no pattern (%s). Maybe escape a bracket.".formatted(e.getMessage()));
        }
    }

    private boolean names(String group) {
        return line.pattern().contains("(?<" + group + ">");
    }

    Duration period() {
        return period;
    }

    boolean skipsUnmatched() {
        return skipsUnmatched;
    }

    /**
     * Reads a line; empty if it has another form.
     *
     * @throws BadValueException if its time is none
     */
    Optional<Entry> entry(String text, SourceFile file) {
        Matcher matcher = line.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name =
                names("node") ? group(matcher, "node") : node.orElseThrow().replace("{file}", file.stem());
        return Optional.of(new Entry(
                name,
                format.parse("the time", group(matcher, "time")),
                Severity.of(names("level") ? group(matcher, "level") : text),
                names("message") ? group(matcher, "message") : text));
    }

    private static String group(Matcher matcher, String name) {
        String text = matcher.group(name);
        return text == null ? "" : text;
    }
}
