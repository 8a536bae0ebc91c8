package io.lifeboat.engine.prediction;

import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Frames that have arrived and wait for the next tick, when those of different nodes can be taken in at once. Internal to the engine's
 * predictors; not thread-safe.
 */
public final class Arrivals {

    /** So many may wait: a predictor that is only ever told and never asked must not pile them up. */
    private static final int MOST = 200_000;

    private final List<TelemetryFrame> frames = new ArrayList<>();
    private int[] nodes = new int[16];

    /** Takes in a frame of a node. */
    @FunctionalInterface
    public interface Job {
        /** @param node number of the node */
        void observe(int node, TelemetryFrame frame);
    }

    /**
     * Lets a frame wait.
     *
     * @return whether there are so many that they must be taken in now
     */
    public boolean add(int node, TelemetryFrame frame) {
        if (frames.size() == nodes.length) {
            nodes = Arrays.copyOf(nodes, nodes.length * 2);
        }
        nodes[frames.size()] = node;
        frames.add(frame);
        return frames.size() >= MOST;
    }

    /**
     * Hands over all that waits. Frames of one node come in the order in which they arrived, and in one thread.
     *
     * @param count of all nodes
     */
    public void takeIn(int count, NodeRanges ranges, Job job) {
        ranges.run(count, frames.size(), (from, to) -> {
            for (int i = 0; i < frames.size(); i++) {
                if (from <= nodes[i] && nodes[i] < to) {
                    job.observe(nodes[i], frames.get(i));
                }
            }
        });
        frames.clear();
    }
}
