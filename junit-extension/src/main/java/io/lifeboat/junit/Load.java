package io.lifeboat.junit;

import java.net.URI;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a load will be; every method returns a changed copy. Immutable. */
public interface Load {

    /** The name in the report; {@code load} by default. Two loads of a test cannot share one. */
    Load named(String name);

    /** Arrivals as of many independent users (exponential gaps, seeded) in place of even ones. Open loops only. */
    Load poisson();

    /** How long each user waits between an answer and the next request. Closed loops only. */
    Load thinkTime(Duration pause);

    /** How long requests are sent; by default until the schedule of the experiment is over. More than 0. */
    Load forDuration(Duration length);

    /** As {@link #forDuration(Duration)}, written as {@code "10s"}. */
    Load forDuration(String length);

    /** Responses that count as good, in place of {@link ResponseCheck#DEFAULT}. */
    Load expecting(Predicate<@Nullable Object> good);

    /** Judges responses in place of {@link ResponseCheck#DEFAULT}. */
    Load checkedBy(ResponseCheck check);

    /** Sends requests until the end and waits for the answers. */
    LoadResult run(LoadGenerator.Action action);

    /** Begins to send requests and returns at once. */
    RunningLoad start(LoadGenerator.Action action);

    /** Runs with HTTP/1.1 GET requests (kept-alive connections; 2 s to connect, 10 s to answer). */
    LoadResult get(URI uri);
}
