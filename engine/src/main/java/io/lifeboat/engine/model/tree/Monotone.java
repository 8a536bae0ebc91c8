package io.lifeboat.engine.model.tree;

import java.util.List;
import java.util.Map;

/** Constraints where physics says which way a prediction must go. */
final class Monotone {

    private Monotone() {}

    static void requireDirection(String name, int direction) {
        if (direction != 1 && direction != -1) {
            throw new IllegalArgumentException("The constraint of '%s' is %d, but must be 1 or -1. Maybe leave it out."
                    .formatted(name, direction));
        }
    }

    /** By feature: 1, -1, or 0 where there is no constraint. */
    static int[] directions(List<String> names, Map<String, Integer> monotone) {
        int[] directions = new int[names.size()];
        monotone.forEach((name, direction) -> {
            int feature = names.indexOf(name);
            if (feature < 0) {
                throw new IllegalArgumentException(
                        "A monotone constraint names '%s', but the features are %s.".formatted(name, names));
            }
            directions[feature] = direction;
        });
        return directions;
    }
}
