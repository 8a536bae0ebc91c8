package io.lifeboat.engine.evaluate.outages;

import io.lifeboat.engine.model.tree.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Weekly snapshots of nodes between two days.
 *
 * @param nodes the node of each row
 * @param days the day of each row, in days since 1970
 * @param rows features, known on that day
 * @param labels whether a hardware failure began on that day or the six after it
 * @param weight how many snapshots a row that is not failing stands for
 */
record OutageTable(
        List<OutageNode> nodes, List<Integer> days, List<float[]> rows, List<Boolean> labels, double weight) {

    static final int HORIZON_DAYS = 7;
    /** A cluster younger than this has no history to speak of: the predictor abstains. */
    static final int LEAST_HISTORY_DAYS = 90;

    /** @param kept share of the snapshots without a failure that are kept, in (0, 1] */
    static OutageTable of(List<OutageSystem> systems, int from, int until, double kept, long seed) {
        OutageTable table =
                new OutageTable(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), 1 / kept);
        SplittableRandom random = new SplittableRandom(seed);
        for (OutageSystem system : systems) {
            for (int day = from; day + HORIZON_DAYS <= until; day += HORIZON_DAYS) {
                if (day >= system.firstDay() + LEAST_HISTORY_DAYS && day + HORIZON_DAYS <= system.lastDay()) {
                    for (OutageNode node : system.nodes()) {
                        table.add(system, node, day, kept, random);
                    }
                }
            }
        }
        return table;
    }

    private void add(OutageSystem system, OutageNode node, int day, double kept, SplittableRandom random) {
        boolean fails = OutageNode.count(node.hardware(), day, day + HORIZON_DAYS) > 0;
        if (fails || random.nextDouble() < kept) {
            nodes.add(node);
            days.add(day);
            rows.add(OutageFeatures.row(system, node, day));
            labels.add(fails);
        }
    }

    TrainingSet trainingSet() {
        float[][] columns = new float[OutageFeatures.NAMES.size()][rows.size()];
        float[] target = new float[rows.size()];
        float[] weights = new float[rows.size()];
        for (int r = 0; r < target.length; r++) {
            for (int f = 0; f < columns.length; f++) {
                columns[f][r] = rows.get(r)[f];
            }
            target[r] = labels.get(r) ? 1 : 0;
            weights[r] = (float) (labels.get(r) ? 1 : weight);
        }
        return new TrainingSet(OutageFeatures.NAMES, columns, target, weights);
    }

    boolean[] outcome() {
        boolean[] outcome = new boolean[labels.size()];
        for (int i = 0; i < outcome.length; i++) {
            outcome[i] = labels.get(i);
        }
        return outcome;
    }

    /** How many clusters and weeks were left out between two days because the cluster was too young. */
    static int abstained(List<OutageSystem> systems, int from, int until) {
        int abstained = 0;
        for (OutageSystem system : systems) {
            for (int day = from; day + HORIZON_DAYS <= until; day += HORIZON_DAYS) {
                boolean young = day >= system.firstDay() && day < system.firstDay() + LEAST_HISTORY_DAYS;
                abstained += young ? system.nodes().size() : 0;
            }
        }
        return abstained;
    }
}
