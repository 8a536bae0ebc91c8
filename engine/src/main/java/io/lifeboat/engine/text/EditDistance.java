package io.lifeboat.engine.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How far two spellings are apart: the fewest letters to insert, delete or replace (Levenshtein 1966). Thread-safe. */
public final class EditDistance {

    private EditDistance() {}

    /** The known name that is spelt most like the given one, the first of equally near ones; empty if none is known. */
    public static Optional<String> nearest(Collection<String> known, String name) {
        return known.stream().min(Comparator.comparingInt((String candidate) -> between(candidate, name)));
    }

    /** The number of letters to change. */
    public static int between(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
