package io.lifeboat.junit.load;

import io.lifeboat.junit.Load;
import io.lifeboat.junit.LoadGenerator;
import java.time.Duration;

/** A ramp whose length is not yet known. */
record RampSpec(DefaultLoadGenerator generator, double from, double to) implements LoadGenerator.RampTo {

    @Override
    public Load over(Duration length) {
        double seconds = LoadSpec.positive("over", length).toNanos() / 1e9;
        return LoadSpec.open(generator, new RateProfile(from, to, seconds));
    }

    @Override
    public Load over(String length) {
        return over(LoadSpec.parse("over", length));
    }
}
