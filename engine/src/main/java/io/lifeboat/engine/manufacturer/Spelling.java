package io.lifeboat.engine.manufacturer;

import io.lifeboat.engine.text.EditDistance;
import java.util.Collection;

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
        return EditDistance.nearest(known, wanted)
                .map(closest -> "%s Maybe you meant '%s'.".formatted(list, closest))
                .orElse(" Maybe the file is empty.");
    }
}
