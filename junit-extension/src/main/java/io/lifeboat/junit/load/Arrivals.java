package io.lifeboat.junit.load;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** When requests are due, in nanoseconds since the start. Not thread-safe. */
final class Arrivals {

    private final RateProfile profile;
    private final @Nullable SplittableRandom random;
    private double count;

    Arrivals(RateProfile profile, @Nullable SplittableRandom random) {
        this.profile = profile;
        this.random = random;
    }

    long next() {
        if (random != null) {
            count -= Math.log(1 - random.nextDouble());
            return profile.nanosOf(count);
        }
        long due = profile.nanosOf(count);
        count++;
        return due;
    }
}
