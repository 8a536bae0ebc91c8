package io.lifeboat.engine.prediction;

import java.util.stream.IntStream;

/**
 * Splits work on many nodes into ranges, one a processor. A job may touch nothing that belongs to a node of another range, and so what
 * comes out does not depend on how many ranges there are. Internal to the engine's predictors.
 */
public final class NodeRanges {

    /** So many nodes are worth a thread. */
    private static final int LEAST = 500;

    private final int most;
    private final int least;

    /** Work on some of the nodes. */
    @FunctionalInterface
    public interface Job {
        /** Works on {@code from}, inclusive, to {@code to}, exclusive. */
        void run(int from, int to);
    }

    /** As many ranges as there are processors, and none in small fleets. */
    public NodeRanges() {
        this(Runtime.getRuntime().availableProcessors(), LEAST);
    }

    /**
     * Ranges as told.
     *
     * @param most ranges, at least 1
     * @param least nodes of a range that there is something to do for, at least 1
     * @throws IllegalArgumentException if either is less
     */
    public NodeRanges(int most, int least) {
        if (most < 1 || least < 1) {
            throw new IllegalArgumentException("most (%d) and least (%d) must be at least 1.".formatted(most, least));
        }
        this.most = most;
        this.least = least;
    }

    /** All work at once, in the calling thread. */
    public static NodeRanges one() {
        return new NodeRanges(1, 1);
    }

    /** Runs the job for all of {@code 0..count-1}, in this thread and those of the common pool; back when all is done and visible. */
    public void run(int count, Job job) {
        run(count, count, job);
    }

    /**
     * The same where there is not something to do for each of them.
     *
     * @param work for how many there is
     */
    public void run(int count, int work, Job job) {
        int ranges = Math.max(1, Math.min(most, work / least));
        if (ranges == 1) {
            job.run(0, count);
            return;
        }
        IntStream.range(0, ranges)
                .parallel()
                .forEach(i -> job.run(start(i, ranges, count), start(i + 1, ranges, count)));
    }

    private static int start(int range, int ranges, int count) {
        return (int) ((long) count * range / ranges);
    }
}
