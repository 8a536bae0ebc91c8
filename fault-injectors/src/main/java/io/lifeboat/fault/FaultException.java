package io.lifeboat.fault;

/** A fault could not be injected, changed or undone. The message says what to do. */
public class FaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FaultException(String message) {
        super(message);
    }

    public FaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
