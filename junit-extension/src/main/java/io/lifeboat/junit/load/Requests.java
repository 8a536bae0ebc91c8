package io.lifeboat.junit.load;

import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.ResponseCheck;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The requests of a load that are due but not yet answered; each is recorded exactly once. Thread-safe. */
final class Requests {

    private final LoadGenerator.Action action;
    private final ResponseCheck check;
    private final LoadRecorder recorder;
    private final LongSupplier nanos;
    private final Set<Request> open = ConcurrentHashMap.newKeySet();

    Requests(LoadGenerator.Action action, ResponseCheck check, LoadRecorder recorder, LongSupplier nanos) {
        this.action = action;
        this.check = check;
        this.recorder = recorder;
        this.nanos = nanos;
    }

    /** A request whose latency counts from the given moment. */
    Request due(long dueNanos) {
        Request request = new Request(dueNanos);
        open.add(request);
        return request;
    }

    int unanswered() {
        return open.size();
    }

    /** Records all that are still open as failed, with the age they have reached. */
    void giveUp(String reason) {
        open.forEach(request -> request.finish(reason));
        // Another thread may be between winning a request and recording it.
        while (!open.isEmpty()) {
            Thread.onSpinWait();
        }
    }

    /** One request. */
    final class Request implements Runnable {

        private final long dueNanos;
        private final AtomicBoolean recorded = new AtomicBoolean();
        private long virtualNanos;

        private Request(long dueNanos) {
            this.dueNanos = dueNanos;
        }

        @Override
        public void run() {
            if (!recorded.get()) {
                finish(failureOf());
            }
        }

        private @Nullable String failureOf() {
            try {
                Object response = action.call();
                if (response instanceof VirtualResponse virtual) {
                    virtualNanos = virtual.latency().toNanos();
                    return virtual.failure();
                }
                return check.problem(response);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "interrupted";
            } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
                return e.toString();
            }
        }

        void finish(@Nullable String failure) {
            if (recorded.compareAndSet(false, true)) {
                recorder.record(nanos.getAsLong() + virtualNanos - dueNanos, failure);
                open.remove(this);
            }
        }
    }
}
