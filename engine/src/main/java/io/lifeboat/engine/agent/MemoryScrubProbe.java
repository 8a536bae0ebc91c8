package io.lifeboat.engine.agent;

import io.lifeboat.engine.telemetry.Metric;

/**
 * Reads a part of a region of known content on every tick and repairs what changed, as the patrol scrub of ECC memory
 * does: one flipped bit in a 64-bit word counts as corrected, more of them as uncorrected (SECDED).
 */
final class MemoryScrubProbe implements Probe {

    private static final int CHUNK = 4096;

    /** All of the region is read every fourth tick. */
    private static final int PARTS = 4;

    private final ScrubRegion region;
    private final EventRate corrected = new EventRate();
    private final EventRate uncorrected = new EventRate();
    private final long[] chunk = new long[CHUNK];
    private int part;

    MemoryScrubProbe(ScrubRegion region) {
        this.region = region;
    }

    @Override
    public void measure(Sample sample) {
        int words = ScrubRegion.WORDS / PARTS;
        int start = part * words;
        part = (part + 1) % PARTS;
        for (int at = start; at < start + words; at += CHUNK) {
            scrub(at, sample.nanos());
        }
        sample.put(Metric.MEMORY_CORRECTED_ERRORS, corrected.perSecond(sample.nanos()));
        sample.put(Metric.MEMORY_UNCORRECTED_ERRORS, uncorrected.perSecond(sample.nanos()));
    }

    private void scrub(int start, long nanos) {
        region.read(start, chunk);
        for (int i = 0; i < CHUNK; i++) {
            long difference = chunk[i] ^ ScrubRegion.pattern(start + i);
            if (difference != 0) {
                (Long.bitCount(difference) == 1 ? corrected : uncorrected).add(nanos, 1);
                region.restore(start + i);
            }
        }
    }
}
