package io.lifeboat.junit.load;

import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LoadResult;
import io.lifeboat.junit.RunningLoad;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A load from its first request to its result. */
final class LoadRun implements RunningLoad {

    /** How long a driver sleeps at most before it looks whether the end has come. */
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final LoadSpec spec;
    private final LoadConfig config;
    private final LoadRecorder recorder;
    private final Requests requests;
    private final long startNanos;
    private final @Nullable WorkerPool pool;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean stopped;
    private volatile boolean aborted;
    private volatile @Nullable Throwable problem;
    private boolean saturated;

    LoadRun(LoadSpec spec, LoadGenerator.Action action, LoadConfig config) {
        this.spec = spec;
        this.config = config;
        this.startNanos = config.nanos().getAsLong();
        if (endNanos().isEmpty()) {
            throw new IllegalStateException(
                    "Load \"%s\" would never end: it has no duration, and the experiment has no".formatted(spec.name())
                            + " end. Maybe write forDuration(\"10s\").");
        }
        this.recorder = new LoadRecorder(spec.name(), config);
        this.requests = new Requests(action, spec.check(), recorder, config.nanos());
        int threads = spec.profile() == null ? spec.users() : config.maxWorkers();
        this.pool = config.inline() ? null : new WorkerPool(spec.name(), threads, config.queueCapacity());
    }

    private OptionalLong endNanos() {
        return spec.length() != null
                ? OptionalLong.of(startNanos + spec.length().toNanos())
                : config.lifecycle().endNanos();
    }

    /** Sends everything and sees it through; on the driver thread, or on the caller's in virtual time. */
    void drive(Arrivals arrivals) {
        try {
            if (spec.profile() != null) {
                new OpenLoop(this, arrivals).drive();
            } else {
                new ClosedLoop(this, spec).drive();
            }
            drain();
        } catch (InterruptedException e) {
            aborted = true;
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // Shown to whoever awaits the result: a measurement that broke off must not look complete.
            problem = e;
        } finally {
            finish();
        }
    }

    private void drain() throws InterruptedException {
        long giveUp = config.nanos().getAsLong() + config.drainTimeout().toNanos();
        while (requests.unanswered() > 0 && !aborted) {
            long now = config.nanos().getAsLong();
            if (now - giveUp >= 0) {
                return;
            }
            pause(now + Math.min(STEP_NANOS / 10, giveUp - now));
        }
    }

    private void finish() {
        stopped = true;
        // Before the threads are interrupted, so that the reason is the time-out and not the interrupt.
        requests.giveUp(aborted ? "broken off" : "no answer within " + config.drainTimeout() + " after the end");
        if (pool != null) {
            pool.shutdown();
        }
        try {
            recorder.flush();
            config.lifecycle().ended(spec.name());
        } catch (RuntimeException e) {
            problem = e;
        } finally {
            over.countDown();
        }
    }

    LoadConfig config() {
        return config;
    }

    long startNanos() {
        return startNanos;
    }

    boolean ended() {
        OptionalLong end = endNanos();
        return stopped || (end.isPresent() && config.nanos().getAsLong() - end.getAsLong() >= 0);
    }

    /** Whether a request that is due then still belongs to the load. */
    boolean contains(long dueNanos) {
        OptionalLong end = endNanos();
        return !stopped && (end.isEmpty() || dueNanos - end.getAsLong() < 0);
    }

    /** Sleeps until the moment or a little less. Intervals end on time because of it in virtual time. */
    void pause(long untilNanos) throws InterruptedException {
        long step = config.nanos().getAsLong() + STEP_NANOS;
        config.sleeper().sleepUntil(untilNanos - step < 0 ? untilNanos : step);
        if (config.inline()) {
            flushIfDue();
        }
    }

    void flushIfDue() {
        if (recorder.due()) {
            recorder.flush();
        }
    }

    void dispatch(long dueNanos) {
        Requests.Request request = requests.due(dueNanos);
        if (pool == null) {
            request.run();
            flushIfDue();
        } else if (!pool.submit(request)) {
            request.finish("load generator saturated");
            noteSaturation();
        }
    }

    private void noteSaturation() {
        if (!saturated) {
            saturated = true;
            config.sink()
                    .note(
                            "Load \"%s\" was saturated: %d threads busy and %d requests waiting; further ones failed unsent."
                                    .formatted(spec.name(), config.maxWorkers(), config.queueCapacity()));
        }
    }

    /** Runs a user of a closed loop. */
    void user(Runnable user, AtomicInteger running) {
        running.incrementAndGet();
        Runnable counted = () -> {
            try {
                user.run();
            } finally {
                running.decrementAndGet();
            }
        };
        if (pool == null) {
            counted.run();
        } else {
            pool.submit(counted);
        }
    }

    void send(long dueNanos) {
        requests.due(dueNanos).run();
    }

    /** Delivers intervals until the load is over; on a thread of its own, so that no request is late because of it. */
    void deliver() {
        try {
            while (!over.await(config.interval().toNanos(), TimeUnit.NANOSECONDS)) {
                flushIfDue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            problem = e;
            stopped = true;
        }
    }

    void abort() {
        aborted = true;
        stopped = true;
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public LoadResult await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            abort();
            Thread.currentThread().interrupt();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Load \"" + spec.name() + "\" was interrupted.");
        }
        if (problem != null) {
            throw new IllegalStateException("Load \"" + spec.name() + "\" broke off: " + problem, problem);
        }
        return recorder.result();
    }

    @Override
    public void close() {
        stop();
        await();
    }
}
