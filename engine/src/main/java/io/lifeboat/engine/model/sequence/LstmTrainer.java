package io.lifeboat.engine.model.sequence;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Trains one network on one thread; the same seed gives the same weights. */
public final class LstmTrainer {

    private final LstmSettings settings;
    private final SplittableRandom random;
    private final LstmWeights weights;
    private final LstmPass pass;
    private final LstmGradient gradient;
    private final Adam adam;

    private LstmTrainer(LstmSettings settings, int inputs, int maxSteps) {
        this.settings = settings;
        this.random = new SplittableRandom(settings.seed());
        this.weights = LstmWeights.random(inputs, settings.hidden(), random);
        this.pass = new LstmPass(weights, maxSteps);
        this.gradient = new LstmGradient(weights);
        this.adam = new Adam(weights.values().length, settings.decay());
    }

    /**
     * Minimises the weighted squared error over all steps, and keeps the weights that did best on the validation sequences.
     *
     * @param training at least one sequence
     * @param validation at least one sequence of other devices, with as many inputs
     */
    public static LstmModel train(List<Sequence> training, List<Sequence> validation, LstmSettings settings) {
        if (training.isEmpty() || validation.isEmpty()) {
            throw new IllegalArgumentException("There are %d training and %d validation sequences, but it takes both."
                    .formatted(training.size(), validation.size()));
        }
        int longest = longest(training, longest(validation, 0));
        return new LstmTrainer(settings, training.get(0).inputs()[0].length, longest).run(training, validation);
    }

    private static int longest(List<Sequence> sequences, int atLeast) {
        return sequences.stream().mapToInt(s -> s.inputs().length).reduce(atLeast, Math::max);
    }

    private LstmModel run(List<Sequence> training, List<Sequence> validation) {
        LstmWeights best = weights.copy();
        double bestLoss = loss(validation);
        int bestEpoch = -1;
        for (int epoch = 0; epoch < settings.epochs() && epoch - bestEpoch <= settings.patience(); epoch++) {
            // a cosine from the full step to almost none: large moves first, fine ones last
            double rate = settings.learningRate() * (0.51 + 0.49 * Math.cos(Math.PI * epoch / settings.epochs()));
            pass(training, rate);
            double loss = loss(validation);
            if (loss < bestLoss) {
                bestLoss = loss;
                best = weights.copy();
                bestEpoch = epoch;
            }
        }
        return new LstmModel(best);
    }

    private void pass(List<Sequence> training, double rate) {
        int[] order = shuffled(training.size());
        for (int from = 0; from < order.length; from += settings.batch()) {
            gradient.reset();
            double weight = 0;
            for (int i = from; i < Math.min(order.length, from + settings.batch()); i++) {
                Sequence sequence = training.get(order[i]);
                float[][] mask = mask(sequence.inputs().length);
                pass.forward(sequence.inputs(), mask);
                gradient.add(sequence, pass, mask, settings.truncation());
                weight += sum(sequence.weights());
            }
            if (weight > 0) {
                adam.update(weights.values(), gradient.sum, 1 / weight, rate);
            }
        }
    }

    private int[] shuffled(int size) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }

    private float[][] mask(int steps) {
        if (settings.dropout() == 0) {
            return new float[0][];
        }
        float kept = (float) (1 / (1 - settings.dropout()));
        float[][] mask = new float[steps][settings.hidden()];
        for (float[] row : mask) {
            for (int k = 0; k < row.length; k++) {
                row[k] = random.nextDouble() < settings.dropout() ? 0 : kept;
            }
        }
        return mask;
    }

    private double loss(List<Sequence> sequences) {
        double sum = 0;
        double weight = 0;
        for (Sequence sequence : sequences) {
            pass.forward(sequence.inputs(), new float[0][]);
            for (int t = 0; t < sequence.inputs().length; t++) {
                double error = pass.outputs[t] - sequence.targets()[t];
                sum += error * error * sequence.weights()[t];
                weight += sequence.weights()[t];
            }
        }
        return weight > 0 ? sum / weight : 0;
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
