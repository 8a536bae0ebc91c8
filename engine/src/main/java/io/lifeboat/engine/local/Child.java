package io.lifeboat.engine.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A child process. Its standard input stays open as long as this JVM lives. Thread-safe. */
final class Child {

    /** Joins a cgroup before the program starts, so that every thread and child of it is in there. */
    private static final List<String> JOIN = List.of("sh", "-c", "echo $$ > \"$0\" && exec \"$@\"");

    private final Process process;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Child start(List<String> command, Map<String, String> environment, Path log, NodeCgroups cgroups)
            throws IOException {
        List<String> full = new ArrayList<>();
        for (Path cgroup : cgroups.all()) {
            full.addAll(JOIN);
            full.add(cgroup.resolve("cgroup.procs").toString());
        }
        full.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(full);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new Child(builder.start(), log);
    }

    Path log() {
        return log;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Optional<Integer> exitCode() {
        return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** The process and its descendants, as far as they are alive. */
    List<ProcessHandle> family() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** Writes a line to its standard input; false if it has ended. */
    boolean tell(String line) {
        try {
            OutputStream in = process.getOutputStream();
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** SIGTERM, then SIGKILL for what is left after {@code grace}. Returns when the process is gone. */
    void stop(Duration grace) throws InterruptedException {
        List<ProcessHandle> family = family();
        process.destroy();
        process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS);
        family.forEach(ProcessHandle::destroyForcibly);
        awaitEnd();
    }

    /** SIGKILL for the process and all its descendants. Returns at once. */
    void kill() {
        List<ProcessHandle> family = family();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
    }

    /** Waits for the end of a killed process. */
    void awaitEnd() throws InterruptedException {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new LocalClusterException(
                    "Process %d does not end although it was killed. Maybe it waits for a device.".formatted(pid()));
        }
    }
}
