package io.lifeboat.engine.evaluate.nab;

/**
 * Where an anomaly is labelled.
 *
 * @param first index of the first value inside
 * @param last index of the last value inside
 */
record NabWindow(int first, int last) {

    int length() {
        return last - first + 1;
    }
}
