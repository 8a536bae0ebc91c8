package io.lifeboat.engine.local;

import io.lifeboat.engine.text.EditDistance;
import java.util.Collection;

/** Finds what a misspelt name was meant to be. */
final class Suggestion {

    private Suggestion() {}

    /** A sentence for the end of a message about an unknown name. */
    static String among(Collection<String> known, String name) {
        return EditDistance.nearest(known, name)
                .map(closest -> "Known are %s. Maybe you meant \"%s\".".formatted(String.join(", ", known), closest))
                .orElse("There are none. Maybe deploy it first.");
    }
}
