package io.lifeboat.engine.history;

import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Records without making anybody wait: frames are queued and written by a thread of its own. If the disk fails or cannot
 * keep up, that is reported once and the recording stops, incomplete. Thread-safe.
 */
public final class HistoryRecorder implements AutoCloseable {

    /** Some minutes of a hundred nodes; if that many wait, the disk hangs. */
    private static final int LONGEST_QUEUE = 1 << 16;

    private static final long POLL_MILLIS = 100;
    private static final long END_MILLIS = 10_000;

    private final BlockingQueue<TelemetryFrame> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final Recording writer;
    private final Consumer<String> onProblem;
    private final Thread thread;
    private volatile boolean ending;
    private volatile boolean failed;

    /**
     * Begins to record.
     *
     * @param onProblem told why the recording stopped, at most once; by any thread
     */
    public HistoryRecorder(HistoryWriter writer, Consumer<String> onProblem) {
        this((Recording) writer, onProblem);
    }

    /**
     * Begins to record something that may go on for ever, in segments: whenever one is long enough, it is finished and the next begins. So the
     * store can remove old ones, and a killed process costs no more than the truth of the last.
     *
     * @param store where to
     * @param info of the whole; each segment has the time of its first frame
     * @param limits of a segment
     * @param onProblem told why the recording stopped, at most once; by any thread
     * @throws HistoryException if the disk fails
     */
    public static HistoryRecorder rolling(
            HistoryStore store, RunInfo info, SegmentLimits limits, Consumer<String> onProblem) {
        return new HistoryRecorder(new SegmentedRecording(store, info, limits), onProblem);
    }

    private HistoryRecorder(Recording writer, Consumer<String> onProblem) {
        this.writer = writer;
        this.onProblem = onProblem;
        this.thread = new Thread(this::write, "lifeboat-history");
        thread.setDaemon(true);
        thread.start();
    }

    /** Records a frame; never blocks, never throws. */
    public void record(TelemetryFrame frame) {
        if (!ending && !failed && !queue.offer(frame)) {
            fail("The history cannot keep up: %d frames wait.%nMaybe its disk hangs.".formatted(LONGEST_QUEUE));
        }
    }

    /**
     * Records what really happened, as soon as it is known. It may tell of a segment that was finished long ago: the truths of all segments count
     * for each. Waits for the disk, but never throws.
     */
    public void happened(Truth truth) {
        if (!ending && !failed) {
            try {
                writer.happened(truth);
            } catch (HistoryException | IllegalArgumentException | IllegalStateException e) {
                fail(String.valueOf(e.getMessage()));
            }
        }
    }

    private void write() {
        try {
            List<TelemetryFrame> batch = new ArrayList<>();
            while (!failed && !(ending && queue.isEmpty())) {
                TelemetryFrame first = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch);
                    batch.forEach(writer::append);
                    writer.flush();
                    batch.clear();
                }
            }
        } catch (HistoryException | IllegalArgumentException | IllegalStateException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            fail("The history was interrupted.");
        }
    }

    private synchronized void fail(String reason) {
        if (!failed) {
            failed = true;
            queue.clear();
            onProblem.accept(reason);
        }
    }

    /** Writes what waits, then the truth, and closes. Does nothing after {@link #close}. */
    public void finish(List<Truth> truths) {
        end(() -> writer.finish(truths));
    }

    /** Writes what waits and leaves the run incomplete. Does nothing after {@link #finish}. */
    @Override
    public void close() {
        end(writer::close);
    }

    private void end(Runnable last) {
        synchronized (this) {
            if (ending) {
                return;
            }
            ending = true;
        }
        try {
            thread.join(END_MILLIS);
            if (thread.isAlive()) {
                fail("The history could not be written within %d ms.%nMaybe its disk hangs.".formatted(END_MILLIS));
            } else {
                (failed ? (Runnable) writer::close : last).run();
            }
        } catch (HistoryException | IllegalArgumentException | IllegalStateException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("The history was interrupted at its end.");
        }
    }
}
