package io.lifeboat.engine.evaluate.rul;

import io.lifeboat.engine.model.sequence.LstmModel;
import io.lifeboat.engine.model.sequence.LstmSettings;
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

/** The three kinds of models trained on some units; each says the remaining life in cycles. Immutable. */
final class LifeModels {

    /** Their names, in the order of {@link #predict}. */
    static final List<String> KINDS = List.of("boosting", "forest", "lstm");

    private final UnitFeatures features;
    private final double cap;
    private final TreeEnsemble boosting;
    private final TreeEnsemble forest;
    private final List<LstmModel> networks = new ArrayList<>();

    /** @param held units the network may stop by; the trees do not see them */
    LifeModels(List<Unit> units, List<Unit> held, LifeRows rows, int networkCount, long seed, int threads) {
        features = new UnitFeatures(units, rows.cap());
        cap = rows.cap();
        TrainingSet set = rows.rows(units, features);
        boosting = GradientBoosting.train(set, boosting(seed, threads));
        forest = RandomForest.train(set, forest(set.names().size(), seed, threads));
        List<Sequence> training = rows.sequences(units, features);
        List<Sequence> validation = rows.sequences(held, features);
        for (int n = 0; n < networkCount; n++) {
            networks.add(LstmTrainer.train(training, validation, LstmSettings.of(seed + n)));
        }
    }

    private static BoostingSettings boosting(long seed, int threads) {
        return BoostingSettings.of(Objective.SQUARED_ERROR, seed)
                .withRounds(250, 0.04)
                .withShares(0.5, 0.3)
                .withLimits(new TreeLimits(16, 6, 40, 5, 0))
                .withThreads(threads);
    }

    private static ForestSettings forest(int features, long seed, int threads) {
        return new ForestSettings(100, new TreeLimits(400, 16, 8, 0, Math.max(1, features / 3)), 0.5, seed, threads);
    }

    /** The remaining life at the unit's last cycle by each kind of model, in cycles. */
    double[] predict(Unit unit) {
        float[][] rows = features.rows(unit);
        float[] last = rows[rows.length - 1];
        float[][] inputs = features.inputs(unit);
        double network = 0;
        for (LstmModel model : networks) {
            network += model.predict(inputs)[inputs.length - 1] * cap / networks.size();
        }
        return new double[] {limit(boosting.predict(last)), limit(forest.predict(last)), limit(network)};
    }

    private static double limit(double life) {
        return Math.max(0, life);
    }
}
