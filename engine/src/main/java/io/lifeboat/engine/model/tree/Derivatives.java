package io.lifeboat.engine.model.tree;

/** First and second derivative of the loss by the raw score, one a row, times the row's weight. */
@SuppressWarnings("ArrayRecordComponent")
record Derivatives(double[] gradient, double[] hessian) {

    Derivatives(int rows) {
        this(new double[rows], new double[rows]);
    }
}
