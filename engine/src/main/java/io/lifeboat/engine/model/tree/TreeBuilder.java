package io.lifeboat.engine.model.tree;

import java.util.Arrays;

/** Collects the nodes of one tree in growing arrays. */
final class TreeBuilder {

    private int[] feature = new int[16];
    private float[] threshold = new float[16];
    private boolean[] missingLeft = new boolean[16];
    private int[] left = new int[16];
    private int[] right = new int[16];
    private float[] value = new float[16];
    private int size;

    int node() {
        if (size == feature.length) {
            int larger = size * 2;
            feature = Arrays.copyOf(feature, larger);
            threshold = Arrays.copyOf(threshold, larger);
            missingLeft = Arrays.copyOf(missingLeft, larger);
            left = Arrays.copyOf(left, larger);
            right = Arrays.copyOf(right, larger);
            value = Arrays.copyOf(value, larger);
        }
        feature[size] = Tree.LEAF;
        return size++;
    }

    void value(int node, double newValue) {
        value[node] = (float) newValue;
    }

    void split(int node, Split split, float edge, int leftChild, int rightChild) {
        feature[node] = split.feature();
        threshold[node] = edge;
        missingLeft[node] = split.missingLeft();
        left[node] = leftChild;
        right[node] = rightChild;
    }

    Tree build(double shrinkage) {
        float[] shrunk = new float[size];
        for (int i = 0; i < size; i++) {
            shrunk[i] = (float) (value[i] * shrinkage);
        }
        return new Tree(
                Arrays.copyOf(feature, size),
                Arrays.copyOf(threshold, size),
                Arrays.copyOf(missingLeft, size),
                Arrays.copyOf(left, size),
                Arrays.copyOf(right, size),
                shrunk);
    }
}
