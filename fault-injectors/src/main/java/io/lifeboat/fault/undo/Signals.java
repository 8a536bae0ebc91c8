package io.lifeboat.fault.undo;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Signals that Java cannot send itself, by the shell's own {@code kill}. */
final class Signals {

    private static final long PATIENCE_SECONDS = 5;

    private Signals() {}

    static void continueIfSame(ProcessIdentity process) throws IOException, InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        Process kill = new ProcessBuilder("/bin/sh", "-c", "kill -CONT " + process.pid())
                .redirectErrorStream(true)
                .start();
        kill.getOutputStream().close();
        if (!kill.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            kill.destroyForcibly();
            throw new IOException("SIGCONT to %d was not sent in time".formatted(process.pid()));
        }
        if (kill.exitValue() != 0 && process.isAlive()) {
            throw new IOException("SIGCONT to %d was refused".formatted(process.pid()));
        }
    }
}
