package io.lifeboat.engine.local.endpoint;

/** Nothing can serve the request. */
final class NoBackend extends Exception {

    private static final long serialVersionUID = 1L;

    NoBackend(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
