package io.lifeboat.engine.evaluate.rul;

import io.lifeboat.engine.model.sequence.LstmModel;
import io.lifeboat.engine.model.sequence.LstmTrainer;
import io.lifeboat.engine.model.sequence.Sequence;
import io.lifeboat.engine.model.tree.BoostingSettings;
import io.lifeboat.engine.model.tree.ForestSettings;
import io.lifeboat.engine.model.tree.GradientBoosting;
import io.lifeboat.engine.model.tree.Objective;
import io.lifeboat.engine.model.tree.RandomForest;
import io.lifeboat.engine.model.tree.TrainingSet;
import io.lifeboat.engine.model.tree.TreeEnsemble;
import io.lifeboat.engine.model.tree.TreeLimits;
import java.util.ArrayList;
import java.util.List;

/** The four kinds of models trained on some units; each says the remaining life in cycles. Immutable. */
final class LifeModels {

    /** Their names, in the order of {@link #predict}. */
    static final List<String> KINDS = List.of("boosting", "forest", "lstm", "kernel");

    private static final int STOPPING = 8;
    private static final int BAGS = 2;

    private final UnitFeatures features;
    private final double cap;
    private final List<TreeEnsemble> boosting = new ArrayList<>();
    private final TreeEnsemble forest;
    private final List<LstmModel> networks = new ArrayList<>();
    private final KernelRegression kernel;

    LifeModels(List<Unit> units, LifeSettings settings, long seed) {
        LifeRows rows = settings.rows();
        features = new UnitFeatures(units, rows.cap());
        cap = rows.cap();
        TrainingSet set = rows.rows(units, features);
        for (int bag = 0; bag < BAGS; bag++) {
            boosting.add(GradientBoosting.train(set, boosting(settings, seed + 1000L * bag)));
        }
        forest = RandomForest.train(set, forest(set.names().size(), settings, seed));
        List<Sequence> sequences = rows.sequences(units, features);
        for (int n = 0; n < settings.networks(); n++) {
            networks.add(network(sequences, n, settings, seed + n));
        }
        kernel = rows.kernel(units, features);
    }

    private static BoostingSettings boosting(LifeSettings settings, long seed) {
        return BoostingSettings.of(Objective.SQUARED_ERROR, seed)
                .withRounds(settings.boostedTrees(), 0.025)
                .withShares(0.5, 0.3)
                .withLimits(new TreeLimits(24, 6, 20, 5, 0))
                .withThreads(settings.threads());
    }

    private static ForestSettings forest(int features, LifeSettings settings, long seed) {
        TreeLimits limits = new TreeLimits(400, 16, 8, 0, Math.max(1, features / 3));
        return new ForestSettings(settings.forestTrees(), limits, 0.5, seed, settings.threads());
    }

    /** Every eighth unit decides when to stop; each network has others, so that together they learn from all. */
    private static LstmModel network(List<Sequence> sequences, int number, LifeSettings settings, long seed) {
        List<Sequence> training = new ArrayList<>();
        List<Sequence> stopping = new ArrayList<>();
        for (int i = 0; i < sequences.size(); i++) {
            (i % STOPPING == number % STOPPING ? stopping : training).add(sequences.get(i));
        }
        return LstmTrainer.train(training, stopping, settings.network().withSeed(seed));
    }

    /** The remaining life at the unit's last cycle by each kind of model, in cycles. */
    double[] predict(Unit unit) {
        float[][] rows = features.rows(unit);
        float[] last = rows[rows.length - 1];
        double boosted = 0;
        for (TreeEnsemble model : boosting) {
            boosted += model.predict(last) / BAGS;
        }
        float[][] inputs = features.inputs(unit);
        double network = 0;
        for (LstmModel model : networks) {
            network += model.predict(inputs)[inputs.length - 1] * cap / networks.size();
        }
        double[][] states = features.states(unit);
        double similar = kernel.predict(states[states.length - 1]);
        return new double[] {limit(boosted), limit(forest.predict(last)), limit(network), limit(similar)};
    }

    private static double limit(double life) {
        return Math.max(0, life);
    }
}
