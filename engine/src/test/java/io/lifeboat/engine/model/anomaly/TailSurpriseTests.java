package io.lifeboat.engine.model.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TailSurpriseTests {

    @Test
    void anExponentialTailIsContinuedBeyondTheDataSeen() {
        TailSurprise surprise = new TailSurprise(50, 10_000);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            surprise.update(-Math.log(1 - random.nextDouble()));
        }

        assertThat(surprise.of(Math.log(10))).isCloseTo(1, within(0.05));
        assertThat(surprise.of(8 * Math.log(10))).isCloseTo(8, within(1.5));
    }

    @Test
    void judgesNothingBeforeItIsReady() {
        TailSurprise surprise = new TailSurprise(5, 10);
        for (int i = 0; i < 5; i++) {
            assertThat(surprise.ready()).isFalse();
            assertThat(surprise.update(i)).isZero();
        }
        assertThat(surprise.ready()).isTrue();
        assertThat(surprise.update(Double.NaN)).isZero();
    }

    @Test
    void forgetsValuesBeyondItsCapacity() {
        TailSurprise surprise = new TailSurprise(5, 100);
        for (int i = 0; i < 100; i++) {
            surprise.update(1000 + i);
        }
        for (int i = 0; i < 100; i++) {
            surprise.update(i % 10);
        }

        assertThat(surprise.of(1000)).isGreaterThan(10);
    }
}
