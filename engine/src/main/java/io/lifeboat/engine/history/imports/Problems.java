package io.lifeboat.engine.history.imports;

import io.lifeboat.engine.history.HistoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines that cannot be imported. They are gathered, so that one look at the message mends all. Not thread-safe. */
final class Problems {

    private static final int SHOWN = 20;

    private final List<String> shown = new ArrayList<>();
    private int count;

    void add(Path file, int line, String problem) {
        add("%s line %d: %s".formatted(file, line, problem));
    }

    void add(String problem) {
        count++;
        if (shown.size() < SHOWN) {
            shown.add(problem);
        }
    }

    /**
     * To be called when all was read.
     *
     * @throws HistoryException if there was any problem
     */
    void check() {
        if (count > 0) {
            StringBuilder text = new StringBuilder(
                    "Nothing was imported, because of %d problem%s:".formatted(count, count == 1 ? "" : "s"));
            shown.forEach(problem -> text.append("%n  ".formatted()).append(problem));
            if (count > SHOWN) {
                text.append("%n  … and %d more".formatted(count - SHOWN));
            }
            throw new HistoryException(text.toString());
        }
    }
}
