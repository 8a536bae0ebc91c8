package io.lifeboat.fault.process;

import io.lifeboat.fault.FaultException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Sends SIGSTOP and SIGCONT, which Java cannot, through one long-lived shell and its builtin {@code kill}: no process is
 * started for a signal. The shell remembers what it stopped, and when our end of its pipe closes, also because this JVM
 * died, it lets all of it go on and ends. Should the shell die, another takes over. Thread-safe.
 */
final class SignalShell implements AutoCloseable {

    /** Reads lines "STOP pid pid …" or "CONT pid pid …". A process that is gone is not worth a word. */
    private static final String SCRIPT = """
            trap '' INT HUP TERM QUIT
            stopped=
            while read -r signal pids; do
              if [ "$signal" = STOP ]; then stopped="$stopped $pids"; else stopped=; fi
              kill -"$signal" $pids 2>/dev/null
            done
            [ -z "$stopped" ] || kill -CONT $stopped 2>/dev/null
            """;

    private static final long PATIENCE_SECONDS = 5;

    private final Set<Long> stopped = new LinkedHashSet<>();
    private Process process;
    private BufferedWriter in;
    private boolean closed;

    private SignalShell(Process process) {
        this.process = process;
        this.in = process.outputWriter(StandardCharsets.US_ASCII);
    }

    static SignalShell open() {
        return new SignalShell(start());
    }

    private static Process start() {
        try {
            ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", SCRIPT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            // It must outlive whatever kills our children by their mark, to let them go on first.
            builder.environment().clear();
            return builder.start();
        } catch (IOException e) {
            throw new FaultException("/bin/sh cannot be started: %s.".formatted(e.getMessage()), e);
        }
    }

    /** Does nothing once this is closed: a straggler must not stop what was let go for good. */
    synchronized void stop(List<Long> pids) {
        if (!closed) {
            stopped.addAll(pids);
            send("STOP", pids);
        }
    }

    /** Lets everything go on that was stopped and not continued since. */
    synchronized void continueAll() {
        if (!closed) {
            send("CONT", List.copyOf(stopped));
            stopped.clear();
        }
    }

    private void send(String signal, List<Long> pids) {
        if (pids.isEmpty()) {
            return;
        }
        String line = signal + pids.stream().map(pid -> " " + pid).collect(Collectors.joining()) + "\n";
        try {
            write(line);
        } catch (IOException dead) {
            process = start();
            in = process.outputWriter(StandardCharsets.US_ASCII);
            try {
                write(line);
            } catch (IOException e) {
                e.addSuppressed(dead);
                throw new FaultException("The shell that sends signals died twice: %s.".formatted(e.getMessage()), e);
            }
        }
    }

    private void write(String line) throws IOException {
        if (!process.isAlive()) {
            throw new IOException("it has ended");
        }
        in.write(line);
        in.flush();
    }

    /** Lets everything go on and ends the shell. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        continueAll();
        closed = true;
        try {
            in.close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            // It died after it had got the last line; whether all go on is for the caller to verify.
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
