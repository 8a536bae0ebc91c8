package io.lifeboat.engine.local;

import org.jspecify.annotations.Nullable;

/** The local platform could not do what was asked. The message says why, and what to change. */
public final class LocalClusterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LocalClusterException(String message) {
        super(message);
    }

    public LocalClusterException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
