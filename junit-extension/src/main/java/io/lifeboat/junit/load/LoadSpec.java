package io.lifeboat.junit.load;

import io.lifeboat.junit.Load;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LoadResult;
import io.lifeboat.junit.ResponseCheck;
import io.lifeboat.junit.RunningLoad;
import io.lifeboat.junit.plan.Durations;
import io.lifeboat.junit.plan.PlanException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A load as declared: an open loop if it has a profile, else a closed loop. */
record LoadSpec(
        DefaultLoadGenerator generator,
        String name,
        @Nullable RateProfile profile,
        int users,
        boolean random,
        Duration think,
        @Nullable Duration length,
        ResponseCheck check)
        implements Load {

    static LoadSpec open(DefaultLoadGenerator generator, RateProfile profile) {
        return new LoadSpec(generator, "load", profile, 0, false, Duration.ZERO, null, ResponseCheck.DEFAULT);
    }

    static LoadSpec closed(DefaultLoadGenerator generator, int users) {
        return new LoadSpec(generator, "load", null, users, false, Duration.ZERO, null, ResponseCheck.DEFAULT);
    }

    @Override
    public Load named(String newName) {
        if (newName.isBlank()) {
            throw new IllegalArgumentException("name = \"" + newName + "\" is blank. Maybe write \"reads\".");
        }
        return new LoadSpec(generator, newName, profile, users, random, think, length, check);
    }

    @Override
    public Load poisson() {
        if (profile == null) {
            throw new IllegalStateException("A closed loop has no arrivals. Maybe use rate(200).poisson().");
        }
        return new LoadSpec(generator, name, profile, users, true, think, length, check);
    }

    @Override
    public Load thinkTime(Duration pause) {
        if (profile != null) {
            throw new IllegalStateException("Users of an open loop do not think. Maybe use concurrency(10).");
        }
        if (pause.isNegative()) {
            throw new IllegalArgumentException("thinkTime = " + pause + " must be at least 0. Maybe write PT0.1S.");
        }
        return new LoadSpec(generator, name, null, users, random, pause, length, check);
    }

    @Override
    public Load forDuration(Duration newLength) {
        Duration positive = positive("forDuration", newLength);
        return new LoadSpec(generator, name, profile, users, random, think, positive, check);
    }

    @Override
    public Load forDuration(String text) {
        return forDuration(parse("forDuration", text));
    }

    @Override
    public Load expecting(Predicate<@Nullable Object> good) {
        return checkedBy(response -> good.test(response) ? null : "unexpected response: " + response);
    }

    @Override
    public Load checkedBy(ResponseCheck newCheck) {
        return new LoadSpec(generator, name, profile, users, random, think, length, newCheck);
    }

    @Override
    public LoadResult run(LoadGenerator.Action action) {
        return generator.run(this, checked(action));
    }

    @Override
    public RunningLoad start(LoadGenerator.Action action) {
        return generator.start(this, checked(action));
    }

    @Override
    public LoadResult get(URI uri) {
        return run(generator.transport().get(uri));
    }

    private LoadGenerator.Action checked(LoadGenerator.@Nullable Action action) {
        if (action == null) {
            throw new IllegalArgumentException(
                    "Load \"" + name + "\" has no action. Maybe write run(() -> client.send(request, handler)).");
        }
        return action;
    }

    static Duration parse(String attribute, String text) {
        try {
            return Durations.parsePositive(attribute, text);
        } catch (PlanException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    static Duration positive(String attribute, Duration duration) {
        if (duration.isNegative() || duration.isZero() || duration.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "%s = %s must be more than 0 and at most 24h. Maybe write \"10s\".".formatted(attribute, duration));
        }
        return duration;
    }
}
