package io.lifeboat.engine.model.classify;

class BoostingTrainerTests extends ClassifierTrainerContract {

    @Override
    protected ClassifierTrainer trainer() {
        return new BoostingTrainer();
    }
}
