package io.lifeboat.engine.model.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lifeboat.engine.model.tree.TrainingSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds for every {@link ClassifierTrainer} and what it trains. */
public abstract class ClassifierTrainerContract {

    private static final float MISSING = Float.NaN;

    /** The trainer to test. */
    protected abstract ClassifierTrainer trainer();

    /** Says whether a row ends in a failure, by chance if need be. */
    private interface Truth {
        boolean fails(float[] row, SplittableRandom random);
    }

    private static final Truth EITHER_BUT_NOT_BOTH = (row, random) -> row[0] > 0.5 ^ row[1] > 0.5;

    /** The hotter the likelier, but seldom. */
    private static final Truth HEAT = (row, random) -> random.nextDouble() < 0.3 * row[0] * row[0];

    private static TrainingSet rows(int rows, int features, long seed, Truth truth) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] columns = new float[features][rows];
        float[] target = new float[rows];
        for (int r = 0; r < rows; r++) {
            float[] row = new float[features];
            for (int f = 0; f < features; f++) {
                row[f] = (float) random.nextDouble();
                columns[f][r] = row[f];
            }
            target[r] = truth.fails(row, random) ? 1 : 0;
        }
        return TrainingSet.unweighted(names(features), columns, target);
    }

    private static List<String> names(int features) {
        return List.of("heat", "errors", "latency", "load").subList(0, features);
    }

    private Classifier trained(TrainingSet rows) {
        return trainer().train(rows, Map.of(), 7, 1);
    }

    private static byte[] bytes(Classifier classifier) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        classifier.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private Classifier read(byte[] bytes) throws IOException {
        return trainer().read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @Test
    void isFoundByItsNameAndSignsWithIt() {
        assertThat(Classifiers.named(trainer().name())).hasSameClassAs(trainer());
        assertThat(trained(rows(500, 2, 1, HEAT)).name()).isEqualTo(trainer().name());
    }

    @Test
    void learnsWhatNoFeatureShowsAlone() {
        Classifier classifier = trained(rows(3_000, 3, 1, EITHER_BUT_NOT_BOTH));
        TrainingSet unseen = rows(500, 3, 2, EITHER_BUT_NOT_BOTH);
        int right = 0;
        for (int r = 0; r < unseen.rows(); r++) {
            right += classifier.probability(unseen.row(r)) > 0.5 == unseen.target()[r] > 0.5 ? 1 : 0;
        }

        assertThat(right).isGreaterThan(475);
    }

    @Test
    void probabilitiesAreAsHighAsFailuresAreFrequent() {
        Classifier classifier = trained(rows(8_000, 2, 3, HEAT));

        double low = 0;
        double high = 0;
        for (int i = 0; i < 50; i++) {
            low += classifier.probability(new float[] {i / 200f, i / 50f}) / 50;
            high += classifier.probability(new float[] {1 - i / 200f, i / 50f}) / 50;
        }

        // The means of 0.3 x² over the coolest and the hottest quarter.
        assertThat(low).isCloseTo(0.006, within(0.02));
        assertThat(high).isCloseTo(0.23, within(0.06));
    }

    @Test
    void aMonotoneProbabilityNeverFalls() {
        Classifier classifier = trainer().train(rows(3_000, 2, 4, HEAT), Map.of("heat", 1), 7, 1);

        for (float other = 0; other <= 1; other += 0.1f) {
            double before = 0;
            for (float heat = -0.1f; heat <= 1.1f; heat += 0.01f) {
                double probability = classifier.probability(new float[] {heat, other});
                assertThat(probability).isBetween(before, 1.0);
                before = probability;
            }
        }
    }

    @Test
    void whatFallsByConstraintNeverRises() {
        Truth cold = (row, random) -> random.nextDouble() < 0.3 * (1 - row[0]);
        Classifier classifier = trainer().train(rows(3_000, 2, 5, cold), Map.of("heat", -1), 7, 1);

        double before = 1;
        for (float heat = 0; heat <= 1; heat += 0.01f) {
            double probability = classifier.probability(new float[] {heat, 0.5f});
            assertThat(probability).isBetween(0.0, before);
            before = probability;
        }
        assertThat(classifier.probability(new float[] {0, 0.5f})).isGreaterThan(before + 0.1);
    }

    @Test
    void aMissingValueIsEvidenceIfItWasSoInTraining() {
        TrainingSet rows = rows(2_000, 2, 6, (row, random) -> random.nextDouble() < 0.1);
        for (int r = 0; r < rows.rows(); r++) {
            rows.columns()[0][r] = rows.target()[r] == 1 || r % 5 == 0 ? MISSING : rows.columns()[0][r];
        }

        Classifier classifier = trained(rows);

        assertThat(classifier.probability(new float[] {MISSING, 0.5f})).isGreaterThan(0.2);
        assertThat(classifier.probability(new float[] {0.5f, 0.5f})).isLessThan(0.05);
        assertThat(classifier.probability(new float[] {MISSING, MISSING})).isBetween(0.0, 1.0);
    }

    @Test
    void columnsThatAreConstantOrMissingDoNoHarm() {
        TrainingSet rows = rows(2_000, 4, 7, HEAT);
        Arrays.fill(rows.columns()[2], 3);
        Arrays.fill(rows.columns()[3], MISSING);

        Classifier classifier = trained(rows);

        assertThat(classifier.probability(new float[] {0.95f, 0.5f, 3, MISSING}))
                .isGreaterThan(classifier.probability(new float[] {0.05f, 0.5f, 3, MISSING}) + 0.1);
        assertThat(classifier.contributions(new float[] {0.95f, 0.5f, 3, MISSING})[2])
                .isZero();
    }

    @Test
    void rowsWithoutWeightAreNotLearned() {
        TrainingSet half = rows(2_000, 2, 8, (row, random) -> row[0] > 0.5);
        float[] weight = new float[half.rows()];
        float[] target = half.target().clone();
        for (int r = 0; r < weight.length; r++) {
            weight[r] = r % 2;
            target[r] = r % 2 == 1 ? target[r] : 1 - target[r];
        }

        Classifier classifier = trained(new TrainingSet(half.names(), half.columns(), target, weight));

        assertThat(classifier.probability(new float[] {0.9f, 0.5f})).isGreaterThan(0.9);
        assertThat(classifier.probability(new float[] {0.1f, 0.5f})).isLessThan(0.1);
    }

    @Test
    void sameRowsAndSeedSameBytesWhateverTheNumberOfThreads() throws IOException {
        TrainingSet rows = rows(2_000, 4, 9, HEAT);
        byte[] once = bytes(trainer().train(rows, Map.of("heat", 1), 42, 1));

        assertThat(bytes(trainer().train(rows, Map.of("heat", 1), 42, 1))).isEqualTo(once);
        assertThat(bytes(trainer().train(rows, Map.of("heat", 1), 42, 3))).isEqualTo(once);
        assertThat(bytes(trainer().train(rows, Map.of("heat", 1), 43, 1))).isNotEqualTo(once);
    }

    @Test
    void whatIsReadBackSaysTheSameToTheBit() throws IOException {
        TrainingSet rows = rows(1_000, 3, 10, HEAT);
        Classifier written = trained(rows);
        byte[] bytes = bytes(written);

        Classifier read = read(bytes);

        assertThat(read.name()).isEqualTo(written.name());
        assertThat(read.features()).isEqualTo(names(3));
        for (int r = 0; r < rows.rows(); r++) {
            assertThat(read.probability(rows.row(r))).isEqualTo(written.probability(rows.row(r)));
        }
        assertThat(read.contributions(rows.row(0))).isEqualTo(written.contributions(rows.row(0)));
        assertThat(bytes(read)).isEqualTo(bytes);
    }

    @Test
    void readingLeavesAloneWhatComesAfter() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        trained(rows(500, 2, 11, HEAT)).write(out);
        out.writeUTF("next");
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));

        trainer().read(in);

        assertThat(in.readUTF()).isEqualTo("next");
    }

    @Test
    void aFileThatEndsEarlyIsRefused() throws IOException {
        byte[] bytes = bytes(trained(rows(500, 2, 12, HEAT)));

        assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length - 3))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(IOException.class);
    }

    @Test
    void contributionsAddUpToTheLogOddsAndBlameTheRightFeature() {
        TrainingSet rows = rows(4_000, 3, 13, HEAT);
        Classifier classifier = trained(rows);

        for (int r = 0; r < 200; r++) {
            double[] contributions = classifier.contributions(rows.row(r));
            double logit = Arrays.stream(contributions).sum();
            assertThat(contributions).hasSize(4);
            assertThat(1 / (1 + Math.exp(-logit))).isCloseTo(classifier.probability(rows.row(r)), within(1e-5));
        }
        double[] ofHot = classifier.contributions(new float[] {0.98f, 0.5f, 0.5f});
        assertThat(ofHot[0]).isPositive().isGreaterThan(Math.abs(ofHot[1]) + Math.abs(ofHot[2]));
        assertThat(1 / (1 + Math.exp(-ofHot[3]))).isBetween(0.02, 0.2);
    }

    @Test
    void featuresInAnotherOrderAreRefused() {
        Classifier classifier = trained(rows(500, 3, 14, HEAT));

        classifier.requireFeatures(List.of("heat", "errors", "latency"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> classifier.requireFeatures(List.of("heat", "latency", "errors")))
                .withMessageContaining("Feature 1 is 'latency'")
                .withMessageContaining("Maybe");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> classifier.requireFeatures(List.of("heat", "errors")))
                .withMessageContaining("Feature 2 is 'nothing'");
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        Classifier classifier = trained(rows(500, 3, 15, HEAT));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> classifier.probability(new float[2]))
                .withMessageContaining("2 values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> classifier.contributions(new float[4]))
                .withMessageContaining("4 values");
    }

    @Test
    void aHistoryWithoutAFailureIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trained(rows(100, 2, 16, (row, random) -> false)))
                .withMessageContaining("Of 100 rows that count 0 end in a failure");
        assertThatIllegalArgumentException().isThrownBy(() -> trained(rows(100, 2, 16, (row, random) -> true)));
    }

    @Test
    void aTargetThatIsNoClassIsRefused() {
        TrainingSet rows = rows(100, 2, 17, EITHER_BUT_NOT_BOTH);
        rows.target()[5] = 0.5f;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> trained(rows))
                .withMessageContaining("Row 5 has the target 0.5");
    }

    @Test
    void aConstraintOnNothingIsRefused() {
        TrainingSet rows = rows(100, 2, 18, EITHER_BUT_NOT_BOTH);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer().train(rows, Map.of("heart", 1), 7, 1))
                .withMessageContaining("'heart'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer().train(rows, Map.of("heat", 2), 7, 1))
                .withMessageContaining("must be 1 or -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer().train(rows, Map.of(), 7, 0))
                .withMessageContaining("threads (0)");
    }
}
