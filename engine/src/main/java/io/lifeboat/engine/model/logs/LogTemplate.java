package io.lifeboat.engine.model.logs;

import java.util.List;

/**
 * What many log lines have in common.
 *
 * @param id from 0, in the order of first appearance; stays the same while the template becomes more general
 * @param tokens the words, {@value #ANY} where lines differ
 */
public record LogTemplate(int id, List<String> tokens) {

    /** Stands for any word. */
    public static final String ANY = "<*>";

    public LogTemplate {
        tokens = List.copyOf(tokens);
    }

    /** The words with single spaces between. */
    public String text() {
        return String.join(" ", tokens);
    }
}
