package io.lifeboat.junit.load;

/** Sends each request when it is due, whatever became of the ones before. */
record OpenLoop(LoadRun run, Arrivals arrivals) {

    void drive() throws InterruptedException {
        long due = run.startNanos() + arrivals.next();
        while (reached(due)) {
            run.dispatch(due);
            due = run.startNanos() + arrivals.next();
        }
    }

    /** Waits for the moment; false if the load ends before it. */
    private boolean reached(long due) throws InterruptedException {
        while (!run.ended() || run.contains(due)) {
            boolean late = run.config().nanos().getAsLong() - due >= 0;
            if (late && run.contains(due)) {
                return true;
            }
            run.pause(due);
        }
        return false;
    }
}
