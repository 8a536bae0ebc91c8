package io.lifeboat.fault.undo;

import java.io.IOException;
import java.nio.file.Path;

/** The command {@code recover}: undoes what test runs left behind whose JVM and watchdog both died. */
public final class Recover {

    private Recover() {}

    /**
     * Undoes and prints what was undone, a line each. Ends with status 1 if something could not be undone.
     *
     * @param args the root directory, or none for that of this user
     * @throws IOException if the root directory cannot be read or is not ours
     */
    public static void main(String[] args) throws IOException {
        Path root = args.length > 0 ? Path.of(args[0]) : UndoRoot.defaultPath();
        StaleSessions.Outcome outcome = StaleSessions.recover(root);
        if (outcome.lines().isEmpty()) {
            System.out.println("Nothing was left behind in " + root + ".");
        }
        outcome.lines().forEach(System.out::println);
        UndoRoot.removeIfEmpty(root);
        if (!outcome.problems().isEmpty()) {
            System.exit(1);
        }
    }
}
