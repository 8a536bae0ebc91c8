package io.lifeboat.report.journal;

/** A journal could not be written or read. The message names the file, and the line if there is one. */
public class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
