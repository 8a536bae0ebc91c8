package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.model.calibration.ConformalLowerBound;
import io.lifeboat.engine.prediction.RemainingLife;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How estimates of a certain length compare with what came.
 *
 * @param longer how much longer devices lived than estimated, in seconds; the median, may be negative
 * @param bound the lower bound at 90 % that no moment of a device breaks
 */
record LifeBand(double longer, ConformalLowerBound bound) {

    static final LifeBand UNKNOWN = new LifeBand(0, new ConformalLowerBound(Double.POSITIVE_INFINITY));

    private static final double ALPHA = 0.1;

    /** An estimate is never known better than to half a second, in which telemetry is sampled. */
    private static final double LEAST_SPREAD = 0.5;

    /** An estimate of one device at one moment, and what came, in seconds. */
    record Sample(double estimate, double spread, double truth) {
        static Sample of(RemainingLife estimate, double truth) {
            return new Sample(seconds(estimate.expected()), LifeBand.spread(estimate), truth);
        }

        private double excess() {
            return (estimate - truth) / spread;
        }
    }

    /**
     * Calibrates on one list of samples a device. Of each the worst moment counts: moments of one device are not independent, and a bound
     * that holds at the worst of them holds at all.
     */
    static LifeBand fit(List<List<Sample>> devices) {
        if (devices.isEmpty()) {
            return UNKNOWN;
        }
        List<Sample> worst = devices.stream()
                .map(samples -> samples.stream()
                        .max(Comparator.comparingDouble(Sample::excess))
                        .orElseThrow())
                .toList();
        double[] longer = devices.stream()
                .mapToDouble(samples -> samples.stream()
                        .mapToDouble(sample -> sample.truth() - sample.estimate())
                        .average()
                        .orElseThrow())
                .sorted()
                .toArray();
        ConformalLowerBound bound = ConformalLowerBound.fit(
                array(worst, Sample::estimate), array(worst, Sample::truth), array(worst, Sample::spread), ALPHA);
        return bound.guaranteed() ? new LifeBand(longer[longer.length / 2], bound) : UNKNOWN;
    }

    private static double[] array(List<Sample> samples, ToDoubleFunction<Sample> value) {
        return samples.stream().mapToDouble(value).toArray();
    }

    /** The estimate as it is calibrated; as it was, without guarantee, if there were too few devices. */
    RemainingLife calibrated(RemainingLife estimate) {
        if (!bound.guaranteed()) {
            return estimate;
        }
        double raw = seconds(estimate.expected());
        double least = bound.bound(raw, spread(estimate));
        return new RemainingLife(duration(Math.max(least, raw + longer)), duration(least), true);
    }

    private static double spread(RemainingLife estimate) {
        return Math.max(LEAST_SPREAD, seconds(estimate.expected().minus(estimate.lowerBound())));
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis((long) (Math.max(0, seconds) * 1000));
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(longer);
        out.writeDouble(bound.factor());
    }

    static LifeBand read(DataInput in) throws IOException {
        return new LifeBand(in.readDouble(), new ConformalLowerBound(in.readDouble()));
    }
}
