package io.lifeboat.fault.memory;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.InjectionEvidence;
import io.lifeboat.fault.MemoryRegions.MemoryRegion;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A thread that flips bits, the faster the higher the severity. Remembers what was there before, and puts it back. */
final class BitFlips implements ActiveFault, Runnable {

    /** Flips a second at severity 1: a module that fails, not one that ages. */
    private static final double MOST_PER_SECOND = 200;

    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final List<MemoryRegion> regions;
    private final FlipSequence sequence;
    private final Thread thread;
    private final Map<Place, Flipped> flipped = new LinkedHashMap<>();
    private volatile double severity;
    private volatile boolean ended;
    private long hits;
    private long doubles;
    private String last = "no bit flipped yet";
    private boolean closed;

    BitFlips(String node, List<MemoryRegion> regions, long seed) {
        this.regions = List.copyOf(regions);
        this.sequence = new FlipSequence(this.regions, seed);
        this.thread = new Thread(this, "lifeboat-bit-flips-" + node);
        thread.setDaemon(true);
        thread.start();
    }

    /** A word of a region. */
    private record Place(int region, long word) {}

    /** What a word held, and what we made of it. */
    private record Flipped(long before, long after) {}

    @Override
    public void severity(double next) {
        severity = next;
    }

    @Override
    public void run() {
        double due = 0;
        long before = System.nanoTime();
        while (!ended) {
            LockSupport.parkNanos(this, STEP_NANOS);
            long now = System.nanoTime();
            due += severity * MOST_PER_SECOND * (now - before) / 1e9;
            before = now;
            for (; due >= 1 && !ended; due--) {
                flip(sequence.next(severity));
            }
        }
    }

    private synchronized void flip(FlipSequence.Flip flip) {
        MemoryRegion region = regions.get(flip.region());
        try {
            long before = RegionMemory.read(region, flip.word());
            long after = before ^ flip.mask();
            RegionMemory.write(region, flip.word(), after);
            flipped.merge(
                    new Place(flip.region(), flip.word()),
                    new Flipped(before, after),
                    (first, second) -> new Flipped(first.before(), second.after()));
            hits++;
            doubles += Long.bitCount(flip.mask()) - 1;
            last = "word %d of \"%s\" was %016x and is %016x".formatted(flip.word(), region.owner(), before, after);
        } catch (IOException e) {
            // The process is dead: nothing of it is left to flip, and nothing to put back.
            last = "process %d is gone".formatted(region.pid());
        }
    }

    @Override
    public synchronized InjectionEvidence evidence() {
        return new InjectionEvidence(hits, "words corrupted (%d of them doubly)".formatted(doubles), last);
    }

    @Override
    public void close() {
        ended = true;
        LockSupport.unpark(thread);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        restore();
    }

    /** Puts back what still is as we left it; what its owner repaired or overwrote since is none of our business. */
    private synchronized void restore() {
        if (closed) {
            return;
        }
        closed = true;
        flipped.forEach((place, word) -> {
            MemoryRegion region = regions.get(place.region());
            try {
                if (RegionMemory.read(region, place.word()) == word.after()) {
                    RegionMemory.write(region, place.word(), word.before());
                }
            } catch (IOException e) {
                // The process is gone, and its memory with it.
                last = "process %d is gone".formatted(region.pid());
            }
        });
    }
}
