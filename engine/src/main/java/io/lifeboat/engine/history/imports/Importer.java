package io.lifeboat.engine.history.imports;

import java.io.IOException;

/** Reads one kind of recorded data. Stateless, so safe to share. */
interface Importer {

    /** The word on the command line that selects it. */
    String name();

    /** Its arguments, for {@code --help}. */
    String usage();

    /**
     * Reads everything before anything is written.
     *
     * @throws io.lifeboat.engine.history.HistoryException if an option or a line breaks a rule; the message names file, line
     *     and value
     */
    Imported read(ImportOptions options) throws IOException;
}
