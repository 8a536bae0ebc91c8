package io.lifeboat.engine.local.endpoint;

/** Closes what is of no use any more. */
final class Quietly {

    private Quietly() {}

    static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception ignored) {
            // It is given up in any case, and the peer learns of it by the close itself.
        }
    }
}
