package io.lifeboat.engine.model.forecast;

class NaiveForecasterTests extends ForecasterContract {

    @Override
    Forecaster forecaster() {
        return new NaiveForecaster();
    }
}
