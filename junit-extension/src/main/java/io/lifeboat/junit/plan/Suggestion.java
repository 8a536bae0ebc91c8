package io.lifeboat.junit.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what was probably meant. */
public final class Suggestion {

    private Suggestion() {}

    /** A second line that begins with "Maybe": the nearest of the known names, or all of them if none is near. */
    public static String maybe(String given, Collection<String> known) {
        Optional<String> nearest = known.stream().min(Comparator.comparingInt(name -> distance(given, name)));
        if (nearest.isPresent() && distance(given, nearest.get()) <= Math.max(1, given.length() / 3)) {
            return "%nMaybe you meant \"%s\".".formatted(nearest.get());
        }
        return known.isEmpty() ? "" : "%nMaybe use one of: %s.".formatted(shortened(known));
    }

    private static String shortened(Collection<String> known) {
        String first = String.join(", ", known.stream().limit(8).toList());
        return known.size() > 8 ? first + ", … (%d in all)".formatted(known.size()) : first;
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
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
