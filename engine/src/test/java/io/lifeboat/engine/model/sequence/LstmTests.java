package io.lifeboat.engine.model.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LstmTests {

    private static final LstmSettings SETTINGS = new LstmSettings(8, 80, 80, 4, 40, 0.02, 0, 0, 5);

    /** The target is the first input of the sequence: only a memory can know it later. */
    private static List<Sequence> recall(int sequences, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Sequence> made = new ArrayList<>();
        for (int i = 0; i < sequences; i++) {
            int steps = random.nextInt(6, 12);
            float[][] inputs = new float[steps][2];
            float[] targets = new float[steps];
            float[] weights = new float[steps];
            inputs[0][0] = random.nextBoolean() ? 1 : -1;
            for (int t = 0; t < steps; t++) {
                inputs[t][1] = (float) random.nextDouble();
                targets[t] = inputs[0][0];
                weights[t] = t < 5 ? 0 : 1;
            }
            made.add(new Sequence(inputs, targets, weights));
        }
        return made;
    }

    @Test
    void remembersWhatItSawManyStepsAgo() {
        LstmModel model = LstmTrainer.train(recall(100, 1), recall(30, 2), SETTINGS);

        for (Sequence unseen : recall(30, 3)) {
            float[] said = model.predict(unseen.inputs());
            assertThat(said[said.length - 1]).isCloseTo(unseen.targets()[0], within(0.3f));
        }
    }

    @Test
    void readingStepByStepSaysTheSameToTheBit() {
        LstmModel model = LstmTrainer.train(recall(20, 1), recall(5, 2), SETTINGS.withSeed(6));
        float[][] inputs = recall(1, 8).get(0).inputs();
        float[] whole = model.predict(inputs);

        LstmReader reader = model.reader();
        for (int t = 0; t < inputs.length; t++) {
            LstmReader aside = reader.copy();
            assertThat(reader.read(inputs[t])).isEqualTo(whole[t]);
            assertThat(aside.read(inputs[t])).isEqualTo(whole[t]);
        }
    }

    @Test
    void theGradientIsThatOfTheLoss() {
        Sequence sequence = recall(1, 4).get(0);
        LstmWeights weights = LstmWeights.random(2, 3, new SplittableRandom(9));
        LstmPass pass = new LstmPass(weights, 20);
        LstmGradient gradient = new LstmGradient(weights);
        gradient.reset();
        pass.forward(sequence.inputs(), new float[0][]);
        gradient.add(sequence, pass, new float[0][], 40);

        for (int i = 0; i < weights.values().length; i += 5) {
            float kept = weights.values()[i];
            weights.values()[i] = kept + 0.01f;
            double above = loss(sequence, pass);
            weights.values()[i] = kept - 0.01f;
            double below = loss(sequence, pass);
            weights.values()[i] = kept;

            assertThat((double) gradient.sum[i]).isCloseTo((above - below) / 0.02, within(0.01));
        }
    }

    private static double loss(Sequence sequence, LstmPass pass) {
        pass.forward(sequence.inputs(), new float[0][]);
        double sum = 0;
        for (int t = 0; t < sequence.targets().length; t++) {
            double error = pass.outputs[t] - sequence.targets()[t];
            sum += sequence.weights()[t] * error * error / 2;
        }
        return sum;
    }

    @Test
    void truncationCutsTheGradientButNotTheState() {
        Sequence sequence = recall(1, 4).get(0);
        LstmWeights weights = LstmWeights.random(2, 3, new SplittableRandom(9));
        LstmPass pass = new LstmPass(weights, 20);
        pass.forward(sequence.inputs(), new float[0][]);
        LstmGradient whole = new LstmGradient(weights);
        whole.reset();
        whole.add(sequence, pass, new float[0][], 40);
        LstmGradient cut = new LstmGradient(weights);
        cut.reset();
        cut.add(sequence, pass, new float[0][], 1);

        assertThat(cut.sum[0]).isNotEqualTo(whole.sum[0]);
        assertThat(cut.sum[cut.sum.length - 1]).isEqualTo(whole.sum[whole.sum.length - 1]);
    }

    @Test
    void sameSeedGivesTheSameBytesAndTheyReadBack() throws IOException {
        LstmSettings brief = new LstmSettings(4, 3, 3, 4, 20, 0.01, 0.01, 0.2, 5);
        byte[] one = bytes(LstmTrainer.train(recall(20, 1), recall(5, 2), brief));
        byte[] two = bytes(LstmTrainer.train(recall(20, 1), recall(5, 2), brief));
        byte[] other = bytes(LstmTrainer.train(recall(20, 1), recall(5, 2), brief.withSeed(6)));

        assertThat(two).isEqualTo(one).isNotEqualTo(other);
        LstmModel read = LstmModel.read(new DataInputStream(new ByteArrayInputStream(one)));
        assertThat(bytes(read)).isEqualTo(one);
    }

    @Test
    void keepsTheWeightsThatDidBestOnTheValidationSequences() {
        List<Sequence> training = recall(20, 1);
        List<Sequence> opposite = new ArrayList<>();
        for (Sequence sequence : recall(10, 2)) {
            float[] negated = sequence.targets().clone();
            for (int t = 0; t < negated.length; t++) {
                negated[t] = -negated[t];
            }
            opposite.add(new Sequence(sequence.inputs(), negated, sequence.weights()));
        }

        LstmModel model = LstmTrainer.train(training, opposite, SETTINGS);

        float[] said = model.predict(training.get(0).inputs());
        assertThat(Math.abs(said[said.length - 1])).isLessThan(0.6f);
    }

    @Test
    void squashingIsCloseToTheRealFunctionsAndNeverLeavesTheirRange() {
        for (float x = -12; x <= 12; x += 0.01f) {
            assertThat((double) Activations.tanh(x)).isCloseTo(Math.tanh(x), within(2e-4));
            assertThat((double) Activations.sigmoid(x)).isCloseTo(1 / (1 + Math.exp(-x)), within(2e-4));
            assertThat(Activations.sigmoid(x)).isBetween(0f, 1f);
        }
    }

    @Test
    void refusesGapsAndRowsOfAnotherModel() {
        assertThatThrownBy(() -> new Sequence(new float[][] {{Float.NaN}}, new float[1], new float[1]))
                .hasMessageContaining("Maybe fill gaps first");
        LstmModel model =
                LstmTrainer.train(recall(4, 1), recall(2, 2), new LstmSettings(2, 1, 1, 4, 20, 0.01, 0, 0, 5));
        assertThatThrownBy(() -> model.predict(new float[1][3])).hasMessageContaining("3 values");
        assertThatThrownBy(() -> LstmTrainer.train(recall(4, 1), List.of(), SETTINGS))
                .hasMessageContaining("0 validation");
    }

    private static byte[] bytes(LstmModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
