package io.lifeboat.junit;

import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a response. Must be thread-safe. */
@FunctionalInterface
public interface ResponseCheck {

    /** Rejects an {@link HttpResponse} with a status of 400 or more, and {@code Boolean.FALSE}; all else is good. */
    ResponseCheck DEFAULT = response -> {
        if (response instanceof HttpResponse<?> http && http.statusCode() >= 400) {
            return "HTTP status " + http.statusCode();
        }
        return Boolean.FALSE.equals(response) ? "the request returned false" : null;
    };

    /** What is wrong, or null if nothing is. */
    @Nullable
    String problem(@Nullable Object response);
}
