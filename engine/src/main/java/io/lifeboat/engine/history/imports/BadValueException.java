package io.lifeboat.engine.history.imports;

/** A value breaks a rule; whoever knows file and line adds them. */
final class BadValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    BadValueException(String message) {
        super(message);
    }
}
