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
 * died, it lets all of it go on and ends. Thread-safe.
 */
final class SignalShell implements AutoCloseable {

    /** Reads lines "STOP pid pid …" or "CONT pid pid …". A process that is gone is not worth a word. */
    private static final String SCRIPT = """
            trap '' INT HUP TERM
            stopped=
            while read -r signal pids; do
              if [ "$signal" = STOP ]; then stopped="$stopped $pids"; else stopped=; fi
              kill -"$signal" $pids 2>/dev/null
            done
            [ -z "$stopped" ] || kill -CONT $stopped 2>/dev/null
            """;

    private static final long PATIENCE_SECONDS = 5;

    private final Process process;
    private final BufferedWriter in;
    private final Set<Long> stopped = new LinkedHashSet<>();

    private SignalShell(Process process) {
        this.process = process;
        this.in = process.outputWriter(StandardCharsets.US_ASCII);
    }

    static SignalShell open() {
        try {
            ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", SCRIPT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            // It must outlive whatever kills our children by their mark, to let them go on first.
            builder.environment().clear();
            return new SignalShell(builder.start());
        } catch (IOException e) {
            throw new FaultException("/bin/sh cannot be started: %s.".formatted(e.getMessage()), e);
        }
    }

    synchronized void stop(List<Long> pids) {
        stopped.addAll(pids);
        send("STOP", pids);
    }

    /** Lets everything go on that was stopped and not continued since. */
    synchronized void continueAll() {
        send("CONT", List.copyOf(stopped));
        stopped.clear();
    }

    private void send(String signal, List<Long> pids) {
        if (pids.isEmpty()) {
            return;
        }
        try {
            in.write(signal);
            in.write(pids.stream().map(pid -> " " + pid).collect(Collectors.joining()));
            in.newLine();
            in.flush();
        } catch (IOException e) {
            throw new FaultException("The shell that sends signals has died: %s.".formatted(e.getMessage()), e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            in.close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new FaultException("The shell that sends signals does not end.");
            }
        } catch (IOException e) {
            throw new FaultException("The shell that sends signals has died: %s.".formatted(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
