package io.lifeboat.engine.model.calibration;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A straight line through the log-odds (Platt 1999, with the targets and Newton steps of Lin, Lin and Weng, "A note on Platt's
 * probabilistic outputs", 2007).
 *
 * @param slope factor of the claimed log-odds; 1 changes nothing
 * @param intercept added to them; 0 changes nothing
 */
public record PlattScaling(double slope, double intercept) implements Calibration {

    static final String KIND = "platt";
    private static final int STEPS = 100;
    private static final double RIDGE = 1e-9;

    /** Fits by maximum likelihood; with only one kind of outcome the slope stays near 1 and the level moves. The slope is never below 0. */
    public static PlattScaling fit(double[] claimed, boolean[] happened) {
        Samples.require(claimed, happened);
        double[] logits = new double[claimed.length];
        double[] targets = Samples.smoothedTargets(happened);
        for (int i = 0; i < logits.length; i++) {
            logits[i] = Logits.logit(claimed[i]);
        }
        double slope = 1;
        double intercept = 0;
        for (int step = 0; step < STEPS; step++) {
            double[] move = newton(logits, targets, slope, intercept);
            slope += move[0];
            intercept += move[1];
            if (Math.abs(move[0]) + Math.abs(move[1]) < 1e-10) {
                break;
            }
        }
        return slope < 0 ? constant(happened) : new PlattScaling(slope, intercept);
    }

    /** Claims that are the wrong way round say nothing: the frequency of what happened is all that is known. */
    private static PlattScaling constant(boolean[] happened) {
        double frequency =
                Arrays.stream(Samples.smoothedTargets(happened)).average().orElseThrow();
        return new PlattScaling(0, Logits.logit(frequency));
    }

    /** One damped Newton step; each coordinate moves by 2 at most, which keeps far starts from overshooting. */
    private static double[] newton(double[] x, double[] targets, double slope, double intercept) {
        double g0 = 0;
        double g1 = 0;
        double h00 = RIDGE;
        double h01 = 0;
        double h11 = RIDGE;
        for (int i = 0; i < x.length; i++) {
            double p = Logits.sigmoid(slope * x[i] + intercept);
            double w = p * (1 - p);
            g0 += (targets[i] - p) * x[i];
            g1 += targets[i] - p;
            h00 += w * x[i] * x[i];
            h01 += w * x[i];
            h11 += w;
        }
        double determinant = h00 * h11 - h01 * h01;
        if (determinant <= RIDGE * h00 * h11) {
            return new double[] {0, clip(g1 / h11)}; // all claims alike: only the level can be learned
        }
        return new double[] {clip((h11 * g0 - h01 * g1) / determinant), clip((h00 * g1 - h01 * g0) / determinant)};
    }

    private static double clip(double step) {
        return Math.max(-2, Math.min(2, step));
    }

    @Override
    public double apply(double claimed) {
        return Logits.sigmoid(slope * Logits.logit(claimed) + intercept);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeUTF(KIND);
        out.writeDouble(slope);
        out.writeDouble(intercept);
    }

    static PlattScaling readBody(DataInput in) throws IOException {
        return new PlattScaling(in.readDouble(), in.readDouble());
    }
}
