package io.lifeboat.engine.model.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Gradient boosting of histogram trees. One instance trains one model; not thread-safe. */
public final class GradientBoosting {

    private final TrainingSet set;
    private final BoostingSettings settings;
    private final Objective objective;
    private final double[] raw;
    private final Derivatives derivatives;
    private final int[] monotone;
    private final List<Tree> trees = new ArrayList<>();
    private final double base;

    private GradientBoosting(TrainingSet set, BoostingSettings settings) {
        this.set = set;
        this.settings = settings;
        this.objective = settings.objective();
        for (float target : set.target()) {
            objective.requireTarget(target);
        }
        this.raw = new double[set.rows()];
        this.derivatives = new Derivatives(set.rows());
        this.monotone = Monotone.directions(set.names(), settings.monotone());
        this.base = Baseline.of(objective, set);
        Arrays.fill(raw, base);
    }

    /** Trains exactly {@code rounds} trees; deterministic for the seed, whatever the number of threads. */
    public static TreeEnsemble train(TrainingSet set, BoostingSettings settings) {
        return new GradientBoosting(set, settings).run(null);
    }

    /**
     * Trains until the loss on the validation slice has not improved for {@code patience} trees, and keeps the best number.
     *
     * @param validation rows that are not trained on, better later than the training rows, with the same columns
     */
    public static TreeEnsemble train(TrainingSet set, TrainingSet validation, BoostingSettings settings) {
        if (!set.names().equals(validation.names())) {
            throw new IllegalArgumentException("The validation slice has the columns %s, but training has %s."
                    .formatted(validation.names(), set.names()));
        }
        return new GradientBoosting(set, settings).run(validation);
    }

    private TreeEnsemble run(@Nullable TrainingSet validation) {
        EarlyStopping stopping =
                validation == null ? null : new EarlyStopping(objective, validation, base, settings.patience());
        try (Workers workers = new Workers(settings.threads())) {
            BinnedColumns bins = new BinnedColumns(set.columns(), workers);
            Streams streams = new Streams(settings.seed(), settings.rounds());
            for (int round = 0; round < settings.rounds(); round++) {
                Tree tree = boost(bins, streams.of(round), workers);
                trees.add(tree);
                if (stopping != null && stopping.stopAfter(tree)) {
                    break;
                }
            }
        }
        int kept = stopping == null ? trees.size() : stopping.best();
        return new TreeEnsemble(set.names(), objective, base, trees.subList(0, kept));
    }

    private Tree boost(BinnedColumns bins, RandomGenerator random, Workers workers) {
        for (int row = 0; row < raw.length; row++) {
            double weight = set.weight()[row];
            derivatives.gradient()[row] = weight * objective.gradient(raw[row], set.target()[row]);
            derivatives.hessian()[row] = weight * objective.hessian(raw[row]);
        }
        TreeGrower grower = new TreeGrower(
                bins,
                settings.limits(),
                monotone,
                derivatives,
                Shares.draw(set.rows(), settings.rowShare(), random),
                Shares.draw(bins.features(), settings.columnShare(), random),
                random,
                workers);
        Tree tree = grower.grow(settings.learningRate(), this::leafValue);
        for (int row = 0; row < raw.length; row++) {
            raw[row] += tree.predict(set.columns(), row);
        }
        return tree;
    }

    /** The pinball loss has no curvature: its leaves take the quantile of what is left to explain. */
    private double leafValue(int[] rows, int start, int end, double newton) {
        if (objective.kind() != Objective.Kind.PINBALL) {
            return newton;
        }
        double[] residuals = new double[end - start];
        double[] weights = new double[end - start];
        for (int i = start; i < end; i++) {
            residuals[i - start] = set.target()[rows[i]] - raw[rows[i]];
            weights[i - start] = set.weight()[rows[i]];
        }
        return Baseline.weightedQuantile(residuals, weights, objective.quantile());
    }
}
