package io.lifeboat.fault.memory;

import io.lifeboat.fault.MemoryRegions.MemoryRegion;
import java.util.List;
import java.util.SplittableRandom;

/** Which bits flip, in order: the same for the same seed and regions. */
final class FlipSequence {

    /** From this severity on some words get two wrong bits, which ECC finds and cannot repair. */
    static final double DOUBLE_FROM = 0.8;

    private static final double DOUBLE_SHARE = 0.25;

    private final List<MemoryRegion> regions;
    private final SplittableRandom random;

    FlipSequence(List<MemoryRegion> regions, long seed) {
        this.regions = regions;
        this.random = new SplittableRandom(seed);
    }

    /**
     * One flip.
     *
     * @param region index of the region
     * @param word index of the 64-bit word in it
     * @param mask the bits that flip, one or two
     */
    record Flip(int region, long word, long mask) {}

    Flip next(double severity) {
        int region = random.nextInt(regions.size());
        long word = random.nextLong(regions.get(region).length() / Long.BYTES);
        int bit = random.nextInt(Long.SIZE);
        int other = (bit + 1 + random.nextInt(Long.SIZE - 1)) % Long.SIZE;
        boolean two = random.nextDouble() < DOUBLE_SHARE && severity >= DOUBLE_FROM;
        return new Flip(region, word, 1L << bit | (two ? 1L << other : 0));
    }
}
