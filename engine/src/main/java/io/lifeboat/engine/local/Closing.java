package io.lifeboat.engine.local;

/** Closes what is of no use any more. */
final class Closing {

    private Closing() {}

    static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception ignored) {
            // It is given up in any case; there is nothing a caller could do.
        }
    }
}
