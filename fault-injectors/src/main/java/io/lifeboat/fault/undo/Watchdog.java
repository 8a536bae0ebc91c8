package io.lifeboat.fault.undo;

import io.lifeboat.fault.FaultException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process outside this JVM that waits for this JVM to die, and undoes what it left behind. However a process dies, the
 * kernel closes its end of a pipe: that is the signal, and it cannot be missed or forged.
 */
final class Watchdog implements AutoCloseable {

    static final String READY = "lifeboat watchdog is ready";

    private static final List<String> SMALL_JVM =
            List.of("-Xmx24m", "-Xshare:auto", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final Set<String> OPTION_VARIABLES =
            Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
    private static final long PATIENCE_SECONDS = 20;

    private final Process process;

    private Watchdog(Process process) {
        this.process = process;
    }

    /** Starts the watchdog over a journal and waits until it watches. */
    static Watchdog start(Path root, Path journal) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(root, journal)).redirectErrorStream(true);
        builder.directory(root.toFile());
        builder.environment().remove(UndoSession.MARKER_NAME);
        // An agent or a debugger meant for the test JVM has no business here.
        builder.environment().keySet().removeAll(OPTION_VARIABLES);
        Process process = builder.start();
        StringBuilder said = new StringBuilder();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); !READY.equals(line); line = out.readLine()) {
            if (line == null) {
                process.destroyForcibly();
                throw new FaultException("The watchdog process did not start: %s%nMaybe %s is not executable."
                        .formatted(said.length() == 0 ? "it said nothing." : said, java()));
            }
            said.append(line).append(System.lineSeparator());
        }
        return new Watchdog(process);
    }

    private static List<String> command(Path root, Path journal) {
        List<String> command = new ArrayList<>();
        Path setsid = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(setsid)) {
            // A session of its own, so that killing our process group misses it.
            command.add(setsid.toString());
        }
        command.add(java().toString());
        command.addAll(SMALL_JVM);
        command.addAll(List.of("-cp", classPath(), WatchdogMain.class.getName()));
        command.addAll(List.of(root.toString(), journal.toString()));
        return command;
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Where our own classes are: the watchdog needs nothing else. */
    private static String classPath() {
        @Nullable CodeSource source = Watchdog.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? System.getProperty("java.class.path")
                    : Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            return System.getProperty("java.class.path");
        }
    }

    /** Lets it go and does not wait: it undoes what is left in the journal, on its own. */
    void letGo() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It is dead already; whatever killed it, the journal stays for the next session.
            return;
        }
    }

    /** Lets it go and waits for its end; the journal must be gone by then. */
    @Override
    public void close() {
        letGo();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Reads until the writer is gone. */
    static void awaitEnd() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            in.transferTo(java.io.Writer.nullWriter());
        }
    }
}
