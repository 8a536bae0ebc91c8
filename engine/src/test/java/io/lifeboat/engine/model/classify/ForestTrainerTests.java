package io.lifeboat.engine.model.classify;

class ForestTrainerTests extends ClassifierTrainerContract {

    @Override
    protected ClassifierTrainer trainer() {
        return new ForestTrainer();
    }
}
