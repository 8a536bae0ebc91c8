package io.lifeboat.engine.manufacturer;

import java.io.IOException;
import java.nio.file.Path;

/** A file of manufacturer data was refused. The message names file, line, reason and the likely fix. */
public final class ManufacturerDataException extends IOException {

    private static final long serialVersionUID = 1;

    private final int line;

    ManufacturerDataException(Path file, int line, String reason) {
        super(line > 0 ? "%s line %d: %s".formatted(file, line, reason) : "%s: %s".formatted(file, reason));
        this.line = line;
    }

    /** The line at fault, the first being 1; 0 when it is the file as a whole. */
    public int line() {
        return line;
    }
}
