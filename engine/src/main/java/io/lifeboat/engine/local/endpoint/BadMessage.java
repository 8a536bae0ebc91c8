package io.lifeboat.engine.local.endpoint;

/** A message that is not HTTP/1.1, or that could be understood in two ways. */
final class BadMessage extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * @param status what a client that sent it is told
     * @param reason in words
     */
    BadMessage(int status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
