package io.lifeboat.junit.load;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Lets time pass. */
@FunctionalInterface
public interface Sleeper {

    /** Returns when the monotonic clock has reached the moment, or somewhat before. */
    void sleepUntil(long nanos) throws InterruptedException;

    /** Parks the thread. */
    static Sleeper parking(LongSupplier clock) {
        return moment -> {
            long left = moment - clock.getAsLong();
            while (left > 0) {
                LockSupport.parkNanos(left);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                left = moment - clock.getAsLong();
            }
        };
    }
}
