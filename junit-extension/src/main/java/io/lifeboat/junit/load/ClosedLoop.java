package io.lifeboat.junit.load;

import java.util.concurrent.atomic.AtomicInteger;

/** Users who each wait for an answer before they send again. */
record ClosedLoop(LoadRun run, LoadSpec spec) {

    void drive() throws InterruptedException {
        AtomicInteger running = new AtomicInteger();
        for (int i = 0; i < spec.users(); i++) {
            run.user(this::user, running);
        }
        // A request that never returns keeps its user: the drain after this loop deals with it.
        while (running.get() > 0 && !run.ended()) {
            run.pause(run.config().nanos().getAsLong() + 1_000_000_000L);
        }
    }

    private void user() {
        try {
            while (!run.ended()) {
                run.send(run.config().nanos().getAsLong());
                think(run.config().nanos().getAsLong() + spec.think().toNanos());
            }
        } catch (InterruptedException e) {
            // The load is broken off.
            Thread.currentThread().interrupt();
        }
    }

    private void think(long until) throws InterruptedException {
        if (run.config().inline()) {
            run.flushIfDue();
        }
        while (run.config().nanos().getAsLong() - until < 0 && !run.ended()) {
            run.pause(until);
        }
    }
}
