package io.lifeboat.engine.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.model.classify.ClassifierTrainer;
import io.lifeboat.engine.model.classify.ClassifierTrainerContract;
import io.lifeboat.engine.model.classify.Classifiers;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class LightGbmTrainerTests extends ClassifierTrainerContract {

    /** Aborts where the native code needs something that this machine lacks: whoever builds the project need not have it. */
    @Override
    protected ClassifierTrainer trainer() {
        try {
            NativeLibrary.require();
        } catch (IllegalStateException e) {
            Assumptions.abort(e.getMessage());
        }
        return new LightGbmTrainer();
    }

    @Test
    void joinsTheTrainersOfTheEngine() {
        assertThat(Classifiers.load())
                .extracting(ClassifierTrainer::name)
                .containsExactly("gradient boosting", "lightgbm", "random forest");
    }
}
