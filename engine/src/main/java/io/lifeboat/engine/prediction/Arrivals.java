package io.lifeboat.engine.prediction;

import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Frames that have arrived and wait for the next tick, when those of different nodes can be taken in at once. Internal to the engine's
 * predictors; not thread-safe.
 */
public final class Arrivals {

    /** So many may wait: a predictor that is only ever told and never asked must not pile them up. */
    private static final int MOST = 200_000;

    private static final int NONE = -1;

    private final List<TelemetryFrame> frames = new ArrayList<>();

    /** By frame: the next one of its node. */
    private int[] next = new int[16];

    /** By node: the first and the last of its frames that wait. */
    private int[] first = new int[0];

    private int[] last = new int[0];

    /**
     * Lets a frame wait.
     *
     * @param node number of the node
     * @return whether there are so many that they must be taken in now
     */
    public boolean add(int node, TelemetryFrame frame) {
        int at = frames.size();
        makeRoom(node, at);
        frames.add(frame);
        next[at] = NONE;
        if (first[node] == NONE) {
            first[node] = at;
        } else {
            next[last[node]] = at;
        }
        last[node] = at;
        return frames.size() >= MOST;
    }

    private void makeRoom(int node, int frame) {
        if (frame == next.length) {
            next = Arrays.copyOf(next, next.length * 2);
        }
        if (node >= first.length) {
            int known = first.length;
            first = Arrays.copyOf(first, Math.max(16, 2 * node));
            last = Arrays.copyOf(last, first.length);
            Arrays.fill(first, known, first.length, NONE);
        }
    }

    /** Hands over what waits of one node, in the order in which it arrived. Different threads may take in different nodes. */
    public void takeIn(int node, Consumer<TelemetryFrame> observer) {
        if (node < first.length) {
            for (int at = first[node]; at != NONE; at = next[at]) {
                observer.accept(frames.get(at));
            }
            first[node] = NONE;
        }
    }

    /** To be called when the frames of all nodes were taken in. */
    public void clear() {
        frames.clear();
    }
}
