package io.lifeboat.engine.manufacturer;

import java.util.Collection;
import java.util.Comparator;

/** Words about names that are not known. */
final class Spelling {

    private static final int LONGEST = 60;
    private static final int MANY = 30;

    private Spelling() {}

    /** The text as it may stand in a message: short, and without characters that move a terminal's cursor. */
    static String printable(String text) {
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        StringBuilder clean = new StringBuilder();
        shown.chars().forEach(c -> {
            if (Character.isISOControl(c)) {
                clean.append("\\u%04x".formatted(c));
            } else {
                clean.append((char) c);
            }
        });
        return clean.toString();
    }

    /** A sentence for the end of a message, with a space before it; what is known is listed unless it is much. */
    static String suggestion(String name, Collection<String> known) {
        String wanted = name.length() <= LONGEST ? name : name.substring(0, LONGEST);
        String list = known.size() <= MANY ? " Known are " + String.join(", ", known) + "." : "";
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(candidate, wanted)))
                .map(closest -> "%s Maybe you meant '%s'.".formatted(list, closest))
                .orElse(" Maybe the file is empty.");
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
