package io.lifeboat.junit;

import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a response. Must be thread-safe. */
@FunctionalInterface
public interface ResponseCheck {

    /** From here on an HTTP status is an error (RFC 9110, 15.5). */
    int LEAST_ERROR_STATUS = 400;

    /** Rejects an {@link HttpResponse} with a status of 400 or more, and {@code Boolean.FALSE}; all else is good. */
    ResponseCheck DEFAULT = response -> {
        if (response instanceof HttpResponse<?> http && http.statusCode() >= ResponseCheck.LEAST_ERROR_STATUS) {
            String says = http.body() instanceof String text
                    ? text.strip().lines().findFirst().orElse("")
                    : "";
            return "HTTP status " + http.statusCode() + (says.isEmpty() ? "" : ": " + says);
        }
        return Boolean.FALSE.equals(response) ? "the request returned false" : null;
    };

    /** What is wrong, or null if nothing is. */
    @Nullable
    String problem(@Nullable Object response);
}
