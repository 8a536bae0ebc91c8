package io.lifeboat.engine.model.tree;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What boosting minimises, with its first and second derivative by the raw score (Friedman, "Greedy function approximation",
 * 2001; Chen and Guestrin, "XGBoost", 2016).
 *
 * @param kind the loss
 * @param quantile the quantile in (0, 1) for {@link Kind#PINBALL}; without meaning otherwise
 */
public record Objective(Kind kind, double quantile) {

    /** Log loss on 0 and 1; the raw score is a logit. */
    public static final Objective LOGISTIC = new Objective(Kind.LOGISTIC, 0.5);

    /** Half the squared error; the raw score is the prediction. */
    public static final Objective SQUARED_ERROR = new Objective(Kind.SQUARED_ERROR, 0.5);

    /** The family of losses. */
    public enum Kind {
        /** Log loss. */
        LOGISTIC,
        /** Half the squared error. */
        SQUARED_ERROR,
        /** Pinball loss, whose minimum is a conditional quantile. */
        PINBALL
    }

    public Objective {
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException("The quantile is " + quantile + ", but must lie between 0 and 1.");
        }
    }

    /** Pinball loss for one quantile in (0, 1). */
    public static Objective pinball(double quantile) {
        return new Objective(Kind.PINBALL, quantile);
    }

    double gradient(double raw, double target) {
        return switch (kind) {
            case LOGISTIC -> sigmoid(raw) - target;
            case SQUARED_ERROR -> raw - target;
            case PINBALL -> target > raw ? -quantile : 1 - quantile;
        };
    }

    double hessian(double raw) {
        if (kind != Kind.LOGISTIC) {
            return 1;
        }
        double p = sigmoid(raw);
        return Math.max(p * (1 - p), 1e-16);
    }

    double loss(double raw, double target) {
        return switch (kind) {
            case LOGISTIC -> Math.log1p(Math.exp(-Math.abs(raw))) + Math.max(raw, 0) - raw * target;
            case SQUARED_ERROR -> (raw - target) * (raw - target) / 2;
            case PINBALL -> target > raw ? quantile * (target - raw) : (1 - quantile) * (raw - target);
        };
    }

    /** From the raw score to the scale of the target. */
    double link(double raw) {
        return kind == Kind.LOGISTIC ? sigmoid(raw) : raw;
    }

    void requireTarget(float target) {
        if (kind == Kind.LOGISTIC && !(target >= 0 && target <= 1)) {
            throw new IllegalArgumentException(
                    "The target " + target + " is no probability. Maybe it needs SQUARED_ERROR.");
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(kind.name());
        out.writeDouble(quantile);
    }

    static Objective read(DataInput in) throws IOException {
        return new Objective(Kind.valueOf(in.readUTF()), in.readDouble());
    }

    private static double sigmoid(double raw) {
        return 1 / (1 + Math.exp(-raw));
    }
}
