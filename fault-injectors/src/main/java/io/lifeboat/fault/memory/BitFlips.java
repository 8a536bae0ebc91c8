package io.lifeboat.fault.memory;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.InjectionEvidence;
import io.lifeboat.fault.undo.Uninterrupted;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread that flips bits, the faster the higher the severity. Remembers what was there before, and puts it back. */
final class BitFlips implements ActiveFault, Runnable {

    /** Flips a second at severity 1: a module that fails, not one that ages. */
    private static final double MOST_PER_SECOND = 200;

    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final List<RegionMemory> regions;
    private final FlipSequence sequence;
    private final Thread thread;
    private final Map<Place, Flipped> flipped = new LinkedHashMap<>();
    private volatile double severity;
    private volatile boolean ended;
    private long hits;
    private long doubles;
    private String last = "no bit flipped yet";
    private boolean closed;

    /** Takes over the regions and closes them in the end. */
    BitFlips(String node, List<RegionMemory> regions, long seed) {
        this.regions = List.copyOf(regions);
        this.sequence =
                new FlipSequence(regions.stream().map(RegionMemory::region).toList(), seed);
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
            double current = severity;
            due = current == 0 ? 0 : due + current * MOST_PER_SECOND * (now - before) / 1e9;
            before = now;
            for (; due >= 1 && !ended; due--) {
                flip(sequence.next(current), current);
            }
        }
    }

    private synchronized void flip(FlipSequence.Flip flip, double current) {
        RegionMemory memory = regions.get(flip.region());
        Place place = new Place(flip.region(), flip.word());
        try {
            @Nullable Flipped earlier = flipped.get(place);
            long before = memory.read(flip.word());
            if (earlier != null && earlier.after() != before) {
                // Its owner wrote since: what it holds now is right.
                earlier = null;
            }
            if (earlier != null && current < FlipSequence.DOUBLE_FROM) {
                // A second flip in the same word would be a double error before its time.
                return;
            }
            memory.write(flip.word(), before ^ flip.mask());
            long after = memory.read(flip.word());
            flipped.put(place, new Flipped(earlier == null ? before : earlier.before(), after));
            hits++;
            doubles += Long.bitCount(flip.mask()) - 1;
            last = "word %d of \"%s\" was %016x and is %016x"
                    .formatted(flip.word(), memory.region().owner(), before, after);
        } catch (IOException e) {
            // The process is dead: nothing of it is left to flip, and nothing to put back.
            last = "process %d is gone".formatted(memory.region().pid());
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
        Uninterrupted.run(this::end);
    }

    private void end() {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        restoreAll();
    }

    private synchronized void restoreAll() {
        if (closed) {
            return;
        }
        closed = true;
        flipped.forEach(this::restore);
        regions.forEach(RegionMemory::close);
    }

    /** Puts back what still is as we left it; what its owner repaired or overwrote since is none of our business. */
    private void restore(Place place, Flipped word) {
        RegionMemory memory = regions.get(place.region());
        try {
            if (memory.read(place.word()) == word.after()) {
                memory.write(place.word(), word.before());
                if (memory.read(place.word()) == word.after()) {
                    throw new FaultException("Word %d of %s cannot be put back.%nMaybe restart process %d."
                            .formatted(
                                    place.word(),
                                    memory.region(),
                                    memory.region().pid()));
                }
            }
        } catch (IOException e) {
            // The process is gone, and its memory with it.
            last = "process %d is gone".formatted(memory.region().pid());
        }
    }
}
