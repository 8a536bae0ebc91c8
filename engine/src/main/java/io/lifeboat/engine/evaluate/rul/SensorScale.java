package io.lifeboat.engine.evaluate.rul;

import java.util.ArrayList;
import java.util.List;

/**
 * Which sensors say anything, and what is normal for them, learned from training units. A sensor that hardly changes, or hardly
 * follows wear (its correlation with the share of life passed is under 0.05), is left out. Immutable.
 */
final class SensorScale {

    private static final double LEAST_CORRELATION = 0.05;

    private final int[] chosen;
    private final double[] mean;
    private final double[] deviation;

    SensorScale(List<Unit> units) {
        int sensors = units.get(0).values()[0].length;
        List<Integer> kept = new ArrayList<>();
        mean = new double[sensors];
        deviation = new double[sensors];
        for (int s = 0; s < sensors; s++) {
            if (Math.abs(correlationWithWear(units, s)) > LEAST_CORRELATION) {
                kept.add(s);
            }
        }
        chosen = kept.stream().mapToInt(Integer::intValue).toArray();
    }

    int sensors() {
        return chosen.length;
    }

    /** The sensor's index in the file. */
    int original(int sensor) {
        return chosen[sensor];
    }

    /** The chosen sensors in standard deviations from normal, {@code [cycle][sensor]}. */
    float[][] standardise(Unit unit) {
        float[][] scaled = new float[unit.cycles()][chosen.length];
        for (int t = 0; t < scaled.length; t++) {
            for (int s = 0; s < chosen.length; s++) {
                int from = chosen[s];
                scaled[t][s] = (float) ((unit.values()[t][from] - mean[from]) / deviation[from]);
            }
        }
        return scaled;
    }

    /** Correlation with the share of life that has passed; sets mean and deviation on the way. */
    private double correlationWithWear(List<Unit> units, int sensor) {
        double n = 0;
        double sumX = 0;
        double sumXx = 0;
        double sumY = 0;
        double sumYy = 0;
        double sumXy = 0;
        double shift = units.get(0).values()[0][sensor];
        for (Unit unit : units) {
            for (int t = 0; t < unit.cycles(); t++) {
                double x = unit.values()[t][sensor] - shift;
                double y = (t + 1.0) / unit.cycles();
                n++;
                sumX += x;
                sumXx += x * x;
                sumY += y;
                sumYy += y * y;
                sumXy += x * y;
            }
        }
        double variance = sumXx / n - sumX / n * sumX / n;
        mean[sensor] = shift + sumX / n;
        deviation[sensor] = Math.sqrt(Math.max(variance, 0));
        double covariance = sumXy / n - sumX / n * sumY / n;
        double spread = Math.sqrt(variance * (sumYy / n - sumY / n * sumY / n));
        return deviation[sensor] > 1e-6 * Math.max(1, Math.abs(shift)) ? covariance / spread : 0;
    }
}
