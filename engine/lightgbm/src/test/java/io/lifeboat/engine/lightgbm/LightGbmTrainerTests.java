package io.lifeboat.engine.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.model.classify.ClassifierTrainer;
import io.lifeboat.engine.model.classify.ClassifierTrainerContract;
import io.lifeboat.engine.model.classify.Classifiers;
import org.junit.jupiter.api.Test;

class LightGbmTrainerTests extends ClassifierTrainerContract {

    @Override
    protected ClassifierTrainer trainer() {
        return new LightGbmTrainer();
    }

    @Test
    void joinsTheTrainersOfTheEngine() {
        assertThat(Classifiers.load())
                .extracting(ClassifierTrainer::name)
                .containsExactly("gradient boosting", "lightgbm", "random forest");
    }
}
