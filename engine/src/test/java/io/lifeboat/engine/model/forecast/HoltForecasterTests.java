package io.lifeboat.engine.model.forecast;

class HoltForecasterTests extends ForecasterContract {

    @Override
    Forecaster forecaster() {
        return new HoltForecaster();
    }
}
