package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.model.classify.Classifier;
import io.lifeboat.engine.prediction.Opinion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the models of one component said of one node at one moment. Those that need no memory are asked when somebody wants to know: of a
 * healthy node nobody does. Thread-safe.
 */
final class Said {

    private final Members members;
    private final float[] row;
    private final double[] remembering;
    private double @Nullable [] all;

    /**
     * @param row what the classifiers see
     * @param remembering what the other models said, in the order of {@link Members#names}; not a number where one abstained
     */
    Said(Members members, float[] row, double[] remembering) {
        this.members = members;
        this.row = row;
        this.remembering = remembering;
    }

    /** One probability a model, in the order of {@link Members#names}; not a number where a model abstains. Not to be changed. */
    synchronized double[] all() {
        if (all == null) {
            List<Classifier> classifiers = members.classifiers();
            all = new double[classifiers.size() + remembering.length];
            for (int i = 0; i < classifiers.size(); i++) {
                all[i] = classifiers.get(i).probability(row);
            }
            System.arraycopy(remembering, 0, all, classifiers.size(), remembering.length);
        }
        return all;
    }

    /** The same for a reader of the report. */
    List<Opinion> told() {
        List<String> names = members.names();
        double[] said = all();
        List<Opinion> told = new ArrayList<>(said.length);
        for (int i = 0; i < said.length; i++) {
            told.add(
                    Double.isNaN(said[i])
                            ? Opinion.abstained(names.get(i))
                            : new Opinion(names.get(i), Math.max(0, Math.min(1, said[i])), false));
        }
        return told;
    }
}
