package io.lifeboat.junit.plan;

import io.lifeboat.engine.text.EditDistance;
import java.util.Collection;
import java.util.Optional;

/** Finds what was probably meant. */
public final class Suggestion {

    private Suggestion() {}

    /** A second line that begins with "Maybe": the nearest of the known names, or all of them if none is near. */
    public static String maybe(String given, Collection<String> known) {
        Optional<String> nearest = EditDistance.nearest(known, given);
        if (nearest.isPresent() && EditDistance.between(given, nearest.get()) <= Math.max(1, given.length() / 3)) {
            return "%nMaybe you meant \"%s\".".formatted(nearest.get());
        }
        return known.isEmpty() ? "" : "%nMaybe use one of: %s.".formatted(shortened(known));
    }

    private static String shortened(Collection<String> known) {
        String first = String.join(", ", known.stream().limit(8).toList());
        return known.size() > 8 ? first + ", … (%d in all)".formatted(known.size()) : first;
    }
}
