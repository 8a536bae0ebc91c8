package io.lifeboat.engine.prediction;

class TrendPredictorContractTests extends FailurePredictorContract {

    @Override
    protected FailurePredictor predictor() {
        return new TrendPredictor();
    }
}
