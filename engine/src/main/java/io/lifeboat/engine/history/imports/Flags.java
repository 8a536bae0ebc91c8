package io.lifeboat.engine.history.imports;

import java.util.Locale;

/** Yes or no, as files write it. */
final class Flags {

    private Flags() {}

    /**
     * Whether it says yes.
     *
     * @throws BadValueException if it says neither
     */
    static boolean isSet(String column, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "0", "0.0", "false", "no" -> false;
            case "1", "1.0", "true", "yes" -> true;
            default ->
                throw new BadValueException("%s is \"%s\", but must be 0 or 1. Maybe another column says what failed."
                        .formatted(column, text));
        };
    }
}
