package io.lifeboat.engine.history.imports;

import java.io.IOException;
import java.util.Set;

/** Reads one kind of recorded data. Stateless, so safe to share. */
interface Importer {

    /** The word on the command line that selects it. */
    String name();

    /** Its arguments, for {@code --help}. */
    String usage();

    /** The options that it reads besides history, input and id. */
    Set<String> options();

    /**
     * Reads everything before anything is written.
     *
     * @throws io.lifeboat.engine.history.HistoryException if an option or a line breaks a rule; the message names file, line
     *     and value
     */
    Imported read(ImportOptions options) throws IOException;
}
