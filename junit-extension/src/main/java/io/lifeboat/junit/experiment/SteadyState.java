package io.lifeboat.junit.experiment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches the load until the first fault: a system that is unwell already must not be blamed on the fault. Thread-safe.
 */
final class SteadyState {

    /** More failed requests than this share before any fault, and the experiment is not worth going on. */
    static final double MOST_FAILURES = 0.01;

    private long succeeded;
    private long failed;
    private @Nullable String firstFailure;

    synchronized void count(long moreSucceeded, long moreFailed, @Nullable String failure) {
        succeeded += moreSucceeded;
        failed += moreFailed;
        if (firstFailure == null) {
            firstFailure = failure;
        }
    }

    /** Why the system is not in its steady state; empty if it is, or if there was no load to tell. */
    synchronized Optional<String> problem() {
        long total = succeeded + failed;
        if (total == 0 || (double) failed / total <= MOST_FAILURES) {
            return Optional.empty();
        }
        return Optional.of("%d of %d requests failed before any fault was injected (%s): the system was already unwell"
                .formatted(failed, total, firstFailure));
    }
}
