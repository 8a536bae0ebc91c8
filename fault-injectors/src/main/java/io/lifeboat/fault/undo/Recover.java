package io.lifeboat.fault.undo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The command {@code recover}: undoes what test runs left behind whose JVM and watchdog both died. */
public final class Recover {

    private Recover() {}

    /**
     * Undoes and prints what was undone.
     *
     * @param args the root directory, or none for that of this user
     */
    public static void main(String[] args) throws IOException {
        Path root = args.length > 0 ? Path.of(args[0]) : UndoRoot.defaultPath();
        List<String> lines = StaleSessions.recover(root);
        System.out.println(lines.isEmpty() ? "Nothing was left behind in " + root + "." : String.join("\n", lines));
    }
}
