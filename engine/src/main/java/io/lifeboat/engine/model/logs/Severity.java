package io.lifeboat.engine.model.logs;

import java.util.Locale;
import java.util.Set;

/** How bad a log line says it is, worst first. */
public enum Severity {
    /** The work cannot go on. */
    FATAL(Set.of("fatal", "panic", "emerg", "alert", "crit", "critical", "severe", "failure")),
    /** Something failed. */
    ERROR(Set.of("error", "err")),
    /** Something may fail. */
    WARNING(Set.of("warning", "warn")),
    /** Everything else. */
    INFO(Set.of());

    private static final int WORDS_LOOKED_AT = 12;

    private final Set<String> words;

    Severity(Set<String> words) {
        this.words = words;
    }

    /** The severity named by a whole word among the first {@value #WORDS_LOOKED_AT} of a line; {@link #INFO} if there is none. */
    public static Severity of(String line) {
        String[] parts =
                line.strip().toLowerCase(Locale.ROOT).split("[^a-z]*\\s+[^a-z]*|[:\\]\\[]+", WORDS_LOOKED_AT + 1);
        for (int i = 0; i < Math.min(WORDS_LOOKED_AT, parts.length); i++) {
            for (Severity severity : values()) {
                if (severity.words.contains(parts[i])) {
                    return severity;
                }
            }
        }
        return INFO;
    }
}
