package io.lifeboat.engine.model.forecast;

import java.util.Arrays;
import jdplus.toolkit.base.api.arima.SarimaOrders;
import jdplus.toolkit.base.api.data.DoubleSeq;
import jdplus.toolkit.base.core.regarima.RegArimaEstimation;
import jdplus.toolkit.base.core.regarima.RegArimaModel;
import jdplus.toolkit.base.core.regsarima.RegSarimaComputer;
import jdplus.toolkit.base.core.sarima.SarimaModel;
import jdplus.toolkit.base.core.ssf.arima.ExactArimaForecasts;

/** What of ARIMA is left to JDemetra+; a class of its own, so that the others load without it. */
record ArimaFit(int p, int d, int q) {

    private static final double PRECISION = 1e-9;

    Forecast forecast(double[] history, int steps) {
        DoubleSeq series = DoubleSeq.of(history);
        RegArimaEstimation<SarimaModel> fit = fit(series);
        SarimaModel model = fit.getModel().arima();
        ExactArimaForecasts forecasts = new ExactArimaForecasts();
        forecasts.prepare(model, d == 0);
        double[] mean = forecasts.forecasts(series, steps).toArray();
        double variance = fit.getConcentratedLikelihood().sigma2();
        return new Forecast(mean, deviations(model, Math.sqrt(variance), steps));
    }

    /**
     * By a computer of its own, with the settings of {@code RegSarimaComputer.PROCESSOR}: all fits by that one set the precision of the same
     * minimizer, and in two threads some of ten thousand came out differently.
     */
    private RegArimaEstimation<SarimaModel> fit(DoubleSeq series) {
        SarimaOrders orders = new SarimaOrders(1);
        orders.setRegular(p, d, q);
        // Not chained: the builder's methods return its raw type.
        RegArimaModel.Builder<SarimaModel> model = RegArimaModel.builder();
        model.y(series);
        model.arima(SarimaModel.builder(orders).setDefault().build());
        model.meanCorrection(d == 0);
        return RegSarimaComputer.builder()
                .precision(PRECISION)
                .startingPoint(RegSarimaComputer.StartingPoint.Multiple)
                .build()
                .process(model.build(), null);
    }

    /** From the weights of past shocks: the moving average polynomial divided by the autoregressive one with differences. */
    private double[] deviations(SarimaModel model, double shock, int steps) {
        double[] denominator = new double[p + 1];
        denominator[0] = 1;
        for (int i = 1; i <= p; i++) {
            denominator[i] = model.phi(i);
        }
        for (int i = 0; i < d; i++) {
            denominator = differenced(denominator);
        }
        double[] weights = new double[steps];
        double[] deviations = new double[steps];
        double squares = 0;
        for (int step = 0; step < steps; step++) {
            weights[step] = step == 0 ? 1 : step <= q ? model.theta(step) : 0;
            for (int i = 1; i < denominator.length && i <= step; i++) {
                weights[step] -= denominator[i] * weights[step - i];
            }
            squares += weights[step] * weights[step];
            deviations[step] = shock * Math.sqrt(squares);
        }
        return deviations;
    }

    private static double[] differenced(double[] polynomial) {
        double[] product = Arrays.copyOf(polynomial, polynomial.length + 1);
        for (int i = polynomial.length; i > 0; i--) {
            product[i] -= polynomial[i - 1];
        }
        return product;
    }
}
