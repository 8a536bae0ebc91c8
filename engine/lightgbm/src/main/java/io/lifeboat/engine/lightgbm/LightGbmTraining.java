package io.lifeboat.engine.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.lifeboat.engine.model.tree.TrainingSet;
import java.util.Map;
import java.util.stream.Collectors;

/** One training. What comes out is the text of the model: the native objects do not outlive it. */
record LightGbmTraining(TrainingSet rows, Map<String, Integer> monotone, long seed, int threads) {

    private static final int ROUNDS = 200;

    /** After it come the parameters, among them the number of threads, on which a model must not depend. */
    private static final String END_OF_MODEL = "\nparameters:";

    String run() {
        String parameters = parameters();
        try (LGBMDataset data =
                        LGBMDataset.createFromMat(inOneColumn(), rows.rows(), features(), false, parameters, null);
                LGBMBooster booster = booster(data, parameters)) {
            boolean finished = false;
            for (int round = 0; round < ROUNDS && !finished; round++) {
                finished = booster.updateOneIter();
            }
            String text = booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN);
            int end = text.indexOf(END_OF_MODEL);
            return end < 0 ? text : text.substring(0, end + 1);
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM could not learn: " + e.getMessage(), e);
        }
    }

    private LGBMBooster booster(LGBMDataset data, String parameters) throws LGBMException {
        data.setField("label", rows.target());
        data.setField("weight", rows.weight());
        return LGBMBooster.create(data, parameters);
    }

    private String parameters() {
        String text = "objective=binary learning_rate=0.06 num_leaves=16 max_depth=6 min_data_in_leaf=5"
                + " min_sum_hessian_in_leaf=1 lambda_l2=5 max_bin=254 feature_fraction=0.7 bagging_fraction=0.7 bagging_freq=1"
                + " deterministic=true force_row_wise=true verbosity=-1 seed=" + Long.hashCode(seed)
                + " num_threads=" + threads;
        return monotone.isEmpty() ? text : text + " monotone_constraints=" + constraints();
    }

    private String constraints() {
        return rows.names().stream()
                .map(name -> String.valueOf(monotone.getOrDefault(name, 0)))
                .collect(Collectors.joining(","));
    }

    private float[] inOneColumn() {
        float[] all = new float[Math.multiplyExact(features(), rows.rows())];
        for (int f = 0; f < features(); f++) {
            System.arraycopy(rows.columns()[f], 0, all, f * rows.rows(), rows.rows());
        }
        return all;
    }

    private int features() {
        return rows.names().size();
    }
}
