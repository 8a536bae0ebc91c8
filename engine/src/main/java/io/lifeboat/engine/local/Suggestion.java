package io.lifeboat.engine.local;

import java.util.Collection;
import java.util.Comparator;

/** Finds what a misspelt name was meant to be. */
final class Suggestion {

    private Suggestion() {}

    /** A sentence for the end of a message about an unknown name. */
    static String among(Collection<String> known, String name) {
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(candidate, name)))
                .map(closest -> "Known are %s. Maybe you meant \"%s\".".formatted(String.join(", ", known), closest))
                .orElse("There are none. Maybe deploy it first.");
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
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
