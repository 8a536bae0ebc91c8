package io.lifeboat.engine.model.tree;

import java.util.random.RandomGenerator;

/** Drawing a share of indices without replacement. */
final class Shares {

    private Shares() {}

    static void require(String name, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("%s is %s, but must lie in (0, 1].".formatted(name, share));
        }
    }

    /** A sorted sample of {@code count} out of {@code 0..total-1} (Knuth, selection sampling, algorithm S). */
    static int[] draw(int total, int count, RandomGenerator random) {
        int[] drawn = new int[count];
        int taken = 0;
        for (int i = 0; taken < count; i++) {
            if ((total - i) * random.nextDouble() < count - taken) {
                drawn[taken++] = i;
            }
        }
        return drawn;
    }

    static int[] draw(int total, double share, RandomGenerator random) {
        return draw(total, Math.max(1, (int) Math.round(total * share)), random);
    }
}
