package io.lifeboat.engine.model.calibration;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The best rising step function, by pooling adjacent violators (Ayer et al. 1955), with straight lines between the middles of
 * the steps so that the order of claims is kept.
 */
public final class IsotonicRegression implements Calibration {

    static final String KIND = "isotonic";
    private static final int MAX_POINTS = 1 << 24;

    private final double[] claimed;
    private final double[] observed;

    private IsotonicRegression(double[] claimed, double[] observed) {
        this.claimed = claimed;
        this.observed = observed;
    }

    /** Fits by least squares. */
    public static IsotonicRegression fit(double[] claims, boolean[] happened) {
        Samples.require(claims, happened);
        double[] sumX = new double[claims.length];
        double[] sumY = new double[claims.length];
        double[] count = new double[claims.length];
        int blocks = -1;
        double last = Double.NaN;
        for (int i : Samples.ascending(claims)) {
            if (claims[i] != last) {
                blocks = pool(sumX, sumY, count, blocks) + 1;
            }
            last = claims[i];
            sumX[blocks] += claims[i];
            sumY[blocks] += happened[i] ? 1 : 0;
            count[blocks]++;
        }
        int points = pool(sumX, sumY, count, blocks) + 1;
        for (int b = 0; b < points; b++) {
            sumX[b] /= count[b];
            sumY[b] /= count[b];
        }
        return new IsotonicRegression(Arrays.copyOf(sumX, points), Arrays.copyOf(sumY, points));
    }

    /** Merges the last block into those before it while they are not lower; gives the index of the last block. */
    private static int pool(double[] sumX, double[] sumY, double[] count, int last) {
        int b = last;
        while (b > 0 && sumY[b - 1] * count[b] >= sumY[b] * count[b - 1]) {
            sumX[b - 1] += sumX[b];
            sumY[b - 1] += sumY[b];
            count[b - 1] += count[b];
            sumX[b] = 0;
            sumY[b] = 0;
            count[b] = 0;
            b--;
        }
        return b;
    }

    @Override
    public double apply(double claim) {
        int at = Arrays.binarySearch(claimed, claim);
        if (at >= 0) {
            return observed[at];
        }
        int after = -at - 1;
        if (after == 0 || after == claimed.length) {
            return observed[Math.min(after, observed.length - 1)];
        }
        double share = (claim - claimed[after - 1]) / (claimed[after] - claimed[after - 1]);
        return observed[after - 1] + share * (observed[after] - observed[after - 1]);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeUTF(KIND);
        out.writeInt(claimed.length);
        for (int i = 0; i < claimed.length; i++) {
            out.writeDouble(claimed[i]);
            out.writeDouble(observed[i]);
        }
    }

    static IsotonicRegression readBody(DataInput in) throws IOException {
        int points = in.readInt();
        if (points < 1 || points > MAX_POINTS) {
            throw new IOException("an isotonic calibration of " + points + " points");
        }
        double[] claimed = new double[points];
        double[] observed = new double[points];
        for (int i = 0; i < points; i++) {
            claimed[i] = in.readDouble();
            observed[i] = in.readDouble();
        }
        return new IsotonicRegression(claimed, observed);
    }
}
