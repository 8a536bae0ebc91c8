package io.lifeboat.engine.model.tree;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One stream of random numbers a tree, so that trees can grow in any order. The seeds are drawn, not counted up: a
 * {@link SplittableRandom} adds a constant for each number, so streams whose seeds lie that constant apart are one stream, shifted by one,
 * and all trees would see the same rows.
 */
final class Streams {

    private final long[] seeds;

    Streams(long seed, int count) {
        seeds = new SplittableRandom(seed).longs(count).toArray();
    }

    /** A stream from its beginning. */
    RandomGenerator of(int index) {
        return new SplittableRandom(seeds[index]);
    }
}
