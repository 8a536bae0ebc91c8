package io.lifeboat.engine.model.tree;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One finished tree in parallel arrays; node 0 is the root, children come after their parent. Immutable. */
@SuppressWarnings("ArrayRecordComponent")
record Tree(int[] feature, float[] threshold, boolean[] missingLeft, int[] left, int[] right, float[] value) {

    static final int LEAF = -1;
    private static final int MAX_NODES = 1 << 22;

    double predict(float[] row) {
        int node = 0;
        while (feature[node] != LEAF) {
            node = child(node, row[feature[node]]);
        }
        return value[node];
    }

    double predict(float[][] columns, int row) {
        int node = 0;
        while (feature[node] != LEAF) {
            node = child(node, columns[feature[node]][row]);
        }
        return value[node];
    }

    /** Adds to each feature how far its splits moved the prediction on the way down (Saabas 2014). */
    void contribute(float[] row, double[] contributions) {
        int node = 0;
        while (feature[node] != LEAF) {
            int next = child(node, row[feature[node]]);
            contributions[feature[node]] += value[next] - value[node];
            node = next;
        }
    }

    private int child(int node, float x) {
        boolean goesLeft = Float.isNaN(x) ? missingLeft[node] : x <= threshold[node];
        return goesLeft ? left[node] : right[node];
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(feature.length);
        for (int i = 0; i < feature.length; i++) {
            out.writeShort(feature[i]);
            out.writeFloat(value[i]);
            if (feature[i] != LEAF) {
                out.writeFloat(threshold[i]);
                out.writeBoolean(missingLeft[i]);
                out.writeInt(left[i]);
                out.writeInt(right[i]);
            }
        }
    }

    /** Refuses what could send a prediction in circles or out of bounds: the file may be broken. */
    static Tree read(DataInput in, int features) throws IOException {
        int size = in.readInt();
        if (size < 1 || size > MAX_NODES) {
            throw new IOException("a tree of " + size + " nodes");
        }
        Tree tree = new Tree(
                new int[size], new float[size], new boolean[size], new int[size], new int[size], new float[size]);
        for (int i = 0; i < size; i++) {
            tree.readNode(in, i, features);
        }
        return tree;
    }

    private void readNode(DataInput in, int i, int features) throws IOException {
        feature[i] = in.readShort();
        value[i] = in.readFloat();
        if (feature[i] == LEAF) {
            return;
        }
        threshold[i] = in.readFloat();
        missingLeft[i] = in.readBoolean();
        left[i] = in.readInt();
        right[i] = in.readInt();
        boolean sound = feature[i] >= 0
                && feature[i] < features
                && left[i] > i
                && right[i] > i
                && left[i] < feature.length
                && right[i] < feature.length;
        if (!sound) {
            throw new IOException("node " + i + " points at feature " + feature[i] + " or at children that cannot be");
        }
    }
}
