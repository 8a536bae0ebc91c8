package io.lifeboat.engine.prediction.learned;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.prediction.Interval;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReliabilityTests {

    private static Reliability of(int devices, int moments) {
        int size = devices * moments;
        double[] probability = new double[size];
        boolean[] happened = new boolean[size];
        int[] device = new int[size];
        for (int i = 0; i < size; i++) {
            device[i] = i % devices;
            probability[i] = (device[i] + 0.5) / devices;
            happened[i] = probability[i] > 0.5;
        }
        return Reliability.fit(probability, happened, device);
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }

    @Test
    void moreDevicesMakeTheIntervalNarrower() {
        assertThat(width(of(400, 1).interval(0.5))).isLessThan(width(of(40, 1).interval(0.5)));
    }

    @Test
    void moreMomentsOfTheSameDevicesDoNot() {
        assertThat(of(40, 100).interval(0.5)).isEqualTo(of(40, 1).interval(0.5));
    }

    @Test
    void withoutAnyDeviceNothingIsKnown() {
        double[] healthy = new double[10];
        Reliability reliability = Reliability.fit(healthy, new boolean[10], new int[10]);
        assertThat(reliability.interval(0.9)).isEqualTo(Interval.UNKNOWN);
        assertThat(Arrays.stream(reliability.devices()).sum()).isEqualTo(1);
    }
}
