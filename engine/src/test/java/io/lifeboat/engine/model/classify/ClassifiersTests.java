package io.lifeboat.engine.model.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.engine.model.tree.TrainingSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassifiersTests {

    @Test
    void bothOwnTrainersAreFound() {
        assertThat(Classifiers.load())
                .extracting(ClassifierTrainer::name)
                .containsExactly("gradient boosting", "random forest");
    }

    @Test
    void anUnknownNameIsRefusedWithThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classifiers.named("random florist"))
                .withMessageContaining("random florist")
                .withMessageContaining("random forest")
                .withMessageContaining("Maybe it is misspelt");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classifiers.named("lightgbm"))
                .withMessageContaining("Maybe add the artefact lifeboat-engine-lightgbm");
    }

    @Test
    void theOneRefusesWhatTheOtherWrote() throws IOException {
        float[][] columns = {{1, 2, 3, 4}};
        TrainingSet rows = TrainingSet.unweighted(List.of("heat"), columns, new float[] {0, 0, 1, 1});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ForestTrainer().train(rows, Map.of(), 1, 1).write(new DataOutputStream(bytes));

        assertThatThrownBy(() ->
                        new BoostingTrainer().read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no gradient boosting");
    }
}
