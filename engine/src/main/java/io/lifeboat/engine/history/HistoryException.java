package io.lifeboat.engine.history;

/** A history cannot be read or written. The message names the file, the rule and a likely fix. */
public class HistoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public HistoryException(String message) {
        super(message);
    }

    public HistoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
