package io.lifeboat.junit.platform;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Time passes by itself; a thread of its own takes the steps. */
final class RealPace implements Pace {

    private static final long STEP_MILLIS = 20;
    private static final long CLOSE_SECONDS = 30;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stepped = lock.newCondition();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lifeboat-experiment");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public void drive(Runnable step) {
        executor.scheduleWithFixedDelay(() -> takeStep(step), 0, STEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void takeStep(Runnable step) {
        step.run();
        lock.lock();
        try {
            stepped.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = stepped.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
