package io.lifeboat.junit.load;

import io.lifeboat.junit.Load;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LoadResult;
import io.lifeboat.junit.ResponseCheck;
import io.lifeboat.junit.RunningLoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The load generator of one experiment. */
final class DefaultLoadGenerator implements ManagedLoadGenerator {

    private static final int MOST_USERS = 1000;

    private final LoadConfig config;
    private final ManualLoads manual;
    private final Map<String, LoadRun> runs = new ConcurrentSkipListMap<>();
    private boolean closed;

    DefaultLoadGenerator(LoadConfig config) {
        this.config = config;
        this.manual = new ManualLoads(config);
    }

    @Override
    public Load rate(double perSecond) {
        double rate = RateProfile.checked("rate", perSecond);
        return LoadSpec.open(this, new RateProfile(rate, rate, 0));
    }

    @Override
    public Ramp rateFrom(double perSecond) {
        double from = RateProfile.checked("rateFrom", perSecond);
        return to -> new RampSpec(this, from, RateProfile.checked("to", to));
    }

    @Override
    public Load concurrency(int users) {
        if (users < 1 || users > MOST_USERS) {
            throw new IllegalArgumentException(
                    "concurrency = %d must be 1 to %d users. Maybe write 10.".formatted(users, MOST_USERS));
        }
        if (config.inline() && users > 1) {
            throw new IllegalStateException(
                    "concurrency = %d: virtual time has one user. Maybe write 1, or use rate(200).".formatted(users));
        }
        return LoadSpec.closed(this, users);
    }

    @Override
    public void record(String name, Duration latency, boolean success) {
        manual.record(name, latency, success ? null : "recorded as failed");
    }

    @Override
    public <T extends @Nullable Object> T time(String name, Callable<T> request) throws Exception {
        long start = config.nanos().getAsLong();
        String failure = null;
        try {
            T response = request.call();
            failure = ResponseCheck.DEFAULT.problem(response);
            return response;
        } catch (Exception e) {
            failure = e.toString();
            throw e;
        } finally {
            manual.record(name, Duration.ofNanos(config.nanos().getAsLong() - start), failure);
        }
    }

    Transport transport() {
        return config.transport();
    }

    LoadResult run(LoadSpec spec, LoadGenerator.Action action) {
        if (config.inline()) {
            LoadRun run = begin(spec, action);
            run.drive(arrivals(spec));
            return run.await();
        }
        return start(spec, action).await();
    }

    RunningLoad start(LoadSpec spec, LoadGenerator.Action action) {
        if (config.inline()) {
            throw new IllegalStateException(
                    "start needs real time: virtual time passes only while run waits. Maybe use run(…).");
        }
        LoadRun run = begin(spec, action);
        Arrivals arrivals = arrivals(spec);
        thread("lifeboat-load-" + spec.name(), () -> run.drive(arrivals));
        thread("lifeboat-load-" + spec.name() + "-intervals", run::deliver);
        return run;
    }

    private static void thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized LoadRun begin(LoadSpec spec, LoadGenerator.Action action) {
        if (closed) {
            throw new IllegalStateException("Load \"" + spec.name() + "\" cannot start: the experiment is over.");
        }
        if (runs.containsKey(spec.name()) || manual.has(spec.name())) {
            throw new IllegalStateException(
                    "There is a load \"%1$s\" already. Maybe name this one: named(\"%1$s-2\").".formatted(spec.name()));
        }
        config.lifecycle().started(spec.name());
        LoadRun run = new LoadRun(spec, action, config);
        runs.put(spec.name(), run);
        return run;
    }

    private Arrivals arrivals(LoadSpec spec) {
        RateProfile profile = spec.profile() == null ? new RateProfile(1, 1, 0) : spec.profile();
        // The name makes loads independent of each other and of the order in which they start.
        long seed = config.seed() ^ spec.name().hashCode() * 0x9E3779B97F4A7C15L;
        return new Arrivals(profile, spec.random() ? new SplittableRandom(seed) : null);
    }

    @Override
    public void close() {
        List<LoadRun> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(runs.values());
        }
        all.forEach(LoadRun::stop);
        for (LoadRun run : all) {
            try {
                run.await();
            } catch (IllegalStateException e) {
                // Told to whoever ran the load; the others must still be ended.
                run.abort();
            }
        }
        manual.close();
    }
}
