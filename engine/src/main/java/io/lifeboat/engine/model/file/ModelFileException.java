package io.lifeboat.engine.model.file;

import java.io.IOException;

/** A model file was refused. The caller falls back to what needs no training, and reports the message. */
public final class ModelFileException extends IOException {

    private static final long serialVersionUID = 1;

    /** Why a file is refused. */
    public enum Reason {
        /** It is no model file at all. */
        FOREIGN,
        /** It was written by an older version that is no longer read. */
        OUTDATED,
        /** It was written by a newer version. */
        TOO_NEW,
        /** It is cut off or changed: the checksum does not fit. */
        BROKEN,
        /** It holds another kind of model, or one with other features, than was asked for. */
        MISMATCH
    }

    private final Reason reason;

    ModelFileException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    ModelFileException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** The reason, for decisions; the message is for people. */
    public Reason reason() {
        return reason;
    }
}
