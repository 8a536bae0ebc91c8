package io.lifeboat.engine.prediction;

import java.util.Arrays;

/**
 * Until when what is known of each node holds. A plain array: to walk past a hundred thousand nodes costs little. Internal to the
 * engine's predictors. Not thread-safe, but different threads may set different nodes.
 */
public final class Expiry {

    private static final long EXPIRED = Long.MIN_VALUE;

    private long[] until = new long[16];
    private int nodes;

    /** Adds a node of which nothing is known yet. */
    public void add() {
        if (nodes == until.length) {
            until = Arrays.copyOf(until, nodes * 2);
        }
        until[nodes++] = EXPIRED;
    }

    /**
     * Leaves out all nodes but some, which are numbered anew.
     *
     * @param kept their numbers so far, rising
     */
    public void keep(int[] kept) {
        for (int i = 0; i < kept.length; i++) {
            until[i] = until[kept[i]];
        }
        nodes = kept.length;
    }

    /** What is known of the node holds no longer. */
    public void expire(int node) {
        until[node] = EXPIRED;
    }

    /** Nothing that is known of any node holds any longer. */
    public void expireAll() {
        Arrays.fill(until, 0, nodes, EXPIRED);
    }

    /**
     * What is known of the node holds until then.
     *
     * @param nanos the last moment at which it does
     */
    public void until(int node, long nanos) {
        until[node] = nanos;
    }

    /** Whether what is known of the node holds no longer. */
    public boolean isExpired(int node, long now) {
        return until[node] < now;
    }

    /** The nodes to look at again, in their order. */
    public int[] expired(long now) {
        int[] expired = new int[nodes];
        int count = 0;
        for (int node = 0; node < nodes; node++) {
            if (until[node] < now) {
                expired[count++] = node;
            }
        }
        return Arrays.copyOf(expired, count);
    }
}
