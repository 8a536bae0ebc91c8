package io.lifeboat.engine.history.imports;

import java.util.Locale;
import java.util.Set;

/** What stands for no value in files of all kinds. */
final class Missing {

    private static final Set<String> WORDS = Set.of("", "na", "n/a", "nan", "null", "none", "-");

    private Missing() {}

    static boolean isMissing(String text) {
        return WORDS.contains(text.toLowerCase(Locale.ROOT));
    }
}
