package io.lifeboat.fault.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lifeboat.fault.testkit.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that no longer show the mark they were started with. */
class OverwrittenEnvironmentTests {

    private static final Path REDIS = Path.of("/usr/bin/redis-server");

    /** Far more than a signal takes. */
    private static final Duration BOUND = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private UndoSession session;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void open() {
        assumeTrue(Files.isReadable(Path.of("/proc/self/environ")), "processes are looked at through /proc");
        session = UndoSession.open(directory.resolve("root"));
    }

    @AfterEach
    void killWhatIsLeft() {
        session.close();
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void processThatDroppedItsMarkIsKnownByItsOutput() throws Exception {
        Process process = start(session.runDirectory().resolve("log"), withoutMark("sleep", "300"));
        awaitMarkGone(process);

        session.close();

        assertThat(process.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void outputIntoALogInAFurtherDirectoryCountsToo() throws Exception {
        Process process = start(session.newDirectory("cluster").resolve("log"), withoutMark("sleep", "300"));
        awaitMarkGone(process);

        session.close();

        assertThat(process.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void redisThatWritesItsTitleOverItsEnvironmentIsKilled() throws Exception {
        assumeTrue(Files.isExecutable(REDIS), "redis-server is not installed");
        String port = Integer.toString(freePort());
        Path log = session.runDirectory().resolve("log");
        Process redis = start(log, List.of(REDIS.toString(), "--bind", "127.0.0.1", "--port", port, "--save", ""));
        awaitMarkGone(redis);

        session.close();

        assertThat(redis.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void processThatOnlyReadsAFileOfTheRunIsSpared() throws Exception {
        Path log = Files.writeString(session.runDirectory().resolve("log"), "a line\n");
        ProcessBuilder reader = new ProcessBuilder("tail", "-f", log.toString());
        Process process =
                remember(reader.redirectOutput(ProcessBuilder.Redirect.DISCARD).start());

        session.close();

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void processThatWritesNextToTheRunDirectoryIsSpared() throws Exception {
        Path neighbour = Files.createDirectory(
                session.runDirectory().resolveSibling(session.runDirectory().getFileName() + "-of-another"));
        Process process = start(neighbour.resolve("log"), withoutMark("sleep", "300"));
        awaitMarkGone(process);

        session.close();

        assertThat(process.isAlive()).isTrue();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<String> withoutMark(String... command) {
        List<String> full = new ArrayList<>(List.of("env", "-u", UndoSession.MARKER_NAME));
        full.addAll(List.of(command));
        return full;
    }

    private Process start(Path log, List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put(session.marker().name(), session.marker().value());
        return remember(builder.start());
    }

    private Process remember(Process process) {
        started.add(process);
        return process;
    }

    private void awaitMarkGone(Process process) {
        String mark = session.marker().name() + "=" + session.marker().value();
        Await.until("the mark is gone", () -> {
            try {
                String environment = Files.readString(
                        Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.ISO_8859_1);
                return !environment.contains(mark);
            } catch (IOException e) {
                // It is between fork and exec, or gone: looked at again, and the bound ends that.
                return false;
            }
        });
        assertThat(process.isAlive()).isTrue();
    }
}
