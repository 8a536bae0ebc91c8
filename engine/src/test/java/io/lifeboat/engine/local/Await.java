package io.lifeboat.engine.local;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for a condition with a generous bound. */
public final class Await {

    private Await() {}

    public static void until(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Did not happen within 30 s: " + what);
            }
            Thread.sleep(10);
        }
    }
}
