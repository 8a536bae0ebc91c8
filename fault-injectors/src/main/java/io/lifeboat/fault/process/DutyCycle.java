package io.lifeboat.fault.process;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.InjectionEvidence;
import io.lifeboat.fault.undo.Uninterrupted;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread that stops the processes of a node for a share of each period. */
final class DutyCycle implements ActiveFault, Runnable {

    /** Short enough that a request is slowed and not lost, long enough that signals do not cost more than they stop. */
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

    /** Even a failing processor gets something done: the highest share that processes are stopped. */
    private static final double MOST = 0.98;

    /** How many cycles pass between two looks whether the processes are really stopped. */
    private static final int CYCLES_PER_LOOK = 5;

    private final StoppableGroup group;
    private final Thread thread;
    private final AtomicLong cycles = new AtomicLong();
    private final AtomicLong seenStopped = new AtomicLong();
    private volatile double share;
    private volatile boolean ended;
    private volatile @Nullable RuntimeException problem;
    private boolean closed;

    DutyCycle(String node, StoppableGroup group) {
        this.group = group;
        this.thread = new Thread(this, "lifeboat-throttle-" + node);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void severity(double severity) {
        RuntimeException failure = problem;
        if (failure != null) {
            throw failure;
        }
        share = Math.min(severity, MOST);
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        try {
            while (!ended) {
                long stopNanos = (long) (PERIOD_NANOS * share);
                if (stopNanos == 0) {
                    LockSupport.parkNanos(this, PERIOD_NANOS);
                } else {
                    cycle(stopNanos);
                }
            }
        } catch (RuntimeException e) {
            // Told to whoever changes or ends the fault next.
            problem = e;
        }
    }

    private void cycle(long stopNanos) {
        List<Long> pids = group.stop();
        pause(stopNanos);
        long cycle = cycles.incrementAndGet();
        if (cycle % CYCLES_PER_LOOK == 1 && !ProcessStates.stopped(pids).isEmpty()) {
            seenStopped.incrementAndGet();
        }
        group.continueAll();
        pause(PERIOD_NANOS - stopNanos);
    }

    private void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !ended; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    @Override
    public InjectionEvidence evidence() {
        boolean verified = seenStopped.get() > 0 || !ProcessStates.known();
        return new InjectionEvidence(
                verified ? cycles.get() : 0,
                "times stopped",
                "state T read back %d times, stopped for %.0f %% of each %d ms"
                        .formatted(seenStopped.get(), share * 100, TimeUnit.NANOSECONDS.toMillis(PERIOD_NANOS)));
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        ended = true;
        LockSupport.unpark(thread);
        Uninterrupted.run(this::end);
        RuntimeException failure = problem;
        if (failure != null) {
            throw new FaultException("The throttle broke off: " + failure.getMessage(), failure);
        }
    }

    private void end() {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        group.close();
    }
}
