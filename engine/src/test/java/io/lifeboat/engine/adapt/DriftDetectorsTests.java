package io.lifeboat.engine.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftDetectorsTests {

    private static final Supplier<DriftDetector> PAGE_HINKLEY = () -> new PageHinkley(0.05, 12);
    private static final Supplier<DriftDetector> ADWIN = () -> new Adwin(0.002);

    /** How many values after the change the first alarm comes; -1 for none, or one before the change. */
    private static int delay(DriftDetector detector, long seed, double before, double after) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            if (detector.add(random.nextDouble() * before)) {
                return -1;
            }
        }
        for (int i = 1; i <= 1_000; i++) {
            if (detector.add(after + random.nextDouble() * before)) {
                return i;
            }
        }
        return -1;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aRiseOfTheMeanIsFound(long seed) {
        assertThat(delay(PAGE_HINKLEY.get(), seed, 0.6, 0.3)).isBetween(1, 200);
        assertThat(delay(ADWIN.get(), seed, 0.6, 0.3)).isBetween(1, 200);
    }

    @Test
    void aFallOfTheMeanIsFound() {
        for (Supplier<DriftDetector> kind : List.of(PAGE_HINKLEY, ADWIN)) {
            DriftDetector detector = kind.get();
            boolean alarm = false;
            for (int i = 0; i < 1_000; i++) {
                alarm |= detector.add(i < 500 ? 0.8 : 0.4);
            }
            assertThat(alarm).as(detector.name()).isTrue();
        }
    }

    @Test
    void stationaryNoiseGivesAnAlarmInAtMostTwoOfAHundredStreams() {
        for (Supplier<DriftDetector> kind : List.of(PAGE_HINKLEY, ADWIN)) {
            int alarmed = 0;
            for (int seed = 0; seed < 100; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                DriftDetector detector = kind.get();
                boolean alarm = false;
                for (int i = 0; i < 5_000; i++) {
                    alarm |= detector.add(random.nextDouble());
                }
                alarmed += alarm ? 1 : 0;
            }
            assertThat(alarmed).as(kind.get().name()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void theWindowGrowsWhileNothingChangesAndForgetsWhatWasBefore() {
        Adwin adwin = new Adwin(0.002);
        for (int i = 0; i < 1_024; i++) {
            adwin.add(i % 2 == 0 ? 0.2 : 0.3);
        }
        assertThat(adwin.length()).isEqualTo(1_024);

        for (int i = 0; i < 256; i++) {
            adwin.add(i % 2 == 0 ? 0.7 : 0.8);
        }
        assertThat(adwin.length()).isBetween(200L, 320L);
    }

    @Test
    void outcomesAsClaimedGiveNoAlarmAndOthersDo() {
        assertThat(firstAlarm(0.05, 0.05)).isEqualTo(-1);
        assertThat(firstAlarm(0.05, 0.2)).isBetween(1, 400);
        assertThat(firstAlarm(0.3, 0.05)).isBetween(1, 200);
    }

    private static int firstAlarm(double claimed, double true0) {
        SplittableRandom random = new SplittableRandom(7);
        OutcomeCusum cusum = new OutcomeCusum(10);
        for (int i = 1; i <= 5_000; i++) {
            if (cusum.add(claimed, random.nextDouble() < true0)) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void impossibleSettingsAndValuesAreRefused() {
        assertThatThrownBy(() -> new PageHinkley(-1, 1)).hasMessageContaining("delta (-1.0)");
        assertThatThrownBy(() -> new Adwin(0)).hasMessageContaining("confidence (0.0)");
        assertThatThrownBy(() -> new Adwin(0.1).add(1.5)).hasMessageContainingAll("1.5", "Maybe");
        assertThatThrownBy(() -> new OutcomeCusum(0)).hasMessageContaining("evidence (0.0)");
    }
}
