package io.lifeboat.fault.undo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.fault.testkit.Await;
import io.lifeboat.fault.testkit.Cgroups;
import io.lifeboat.fault.testkit.Child;
import io.lifeboat.fault.testkit.Proc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** Nothing is left behind, whichever of the JVM and its watchdog is killed, and whenever. */
class DeathTests {

    @TempDir
    private Path directory;

    private final List<Path> cgroups = new ArrayList<>();

    @AfterEach
    void removeCgroups() {
        cgroups.stream().filter(Files::isDirectory).forEach(Cgroups::remove);
    }

    /** A run in the middle of its faults. */
    private record Run(Child jvm, long marked, long victim, String mark) implements AutoCloseable {

        private List<Long> watchdogs() {
            return ProcessHandle.of(jvm.pid()).stream()
                    .flatMap(ProcessHandle::children)
                    .filter(child -> command(child).contains(WatchdogMain.class.getName()))
                    .map(ProcessHandle::pid)
                    .toList();
        }

        private static String command(ProcessHandle process) {
            try {
                return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
            } catch (IOException e) {
                return "";
            }
        }

        @Override
        public void close() {
            jvm.close();
            Stream.of(marked, victim)
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }

    private Path root() {
        return directory.resolve("root");
    }

    private Run start() {
        try {
            cgroups.add(Cgroups.create());
            cgroups.add(Cgroups.createForIo());
        } catch (TestAbortedException e) {
            // Without cgroups the rest is still worth a test.
            removeCgroups();
            cgroups.clear();
            return start(root().toString());
        }
        return start(
                root().toString(), cgroups.get(0).toString(), cgroups.get(1).toString());
    }

    private static Run start(String... args) {
        Child jvm = Child.start(HarmMain.class, args);
        return new Run(jvm, Long.parseLong(jvm.line()), Long.parseLong(jvm.line()), jvm.line());
    }

    private void assertHarm(Run run) throws IOException {
        assertThat(Proc.state(run.marked())).isEqualTo('T');
        assertThat(Proc.state(run.victim())).isEqualTo('T');
        assertThat(Proc.withEnvironment(run.mark())).hasSizeGreaterThanOrEqualTo(3);
        assertThat(root()).isNotEmptyDirectory();
        if (!cgroups.isEmpty()) {
            assertThat(Cgroups.ioLimit(cgroups.get(1))).contains("3");
        }
        assertThat(run.watchdogs()).hasSize(1);
    }

    private void awaitNothingLeft(Run run) {
        Await.until(
                "no marked process is left",
                () -> Proc.withEnvironment(run.mark()).isEmpty());
        Await.until("the other one is not stopped", () -> Proc.state(run.victim()) != 'T');
        Await.until("the cgroups are gone", () -> cgroups.stream().noneMatch(Files::exists));
        Await.until("no file is left", this::noFileIsLeft);
    }

    /** The last one to leave takes the root away as well; one who died before it had a watchdog could not. */
    private boolean noFileIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(root())) {
            return files.findAny().isEmpty();
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    @Test
    void theWatchdogCleansUpAfterAKilledJvm() throws IOException {
        try (Run run = start()) {
            assertHarm(run);
            List<Long> watchdogs = run.watchdogs();
            run.jvm().kill();
            awaitNothingLeft(run);
            Await.until("the watchdog is gone, too", () -> watchdogs.stream().allMatch(Proc::isGone));
            assertThat(root()).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 160, 240, 320, 400, 480})
    void aJvmThatIsKilledAtAnyMomentLeavesNothing(int millis) throws IOException {
        UndoRoot.prepare(root());
        Child jvm = Child.start(HarmMain.class, root().toString());
        Await.elapse(Duration.ofMillis(millis));
        jvm.kill();
        String mark = UndoSession.MARKER_NAME + "=" + jvm.pid() + "-";
        Await.until(
                "no marked process is left", () -> Proc.withEnvironment(mark).isEmpty());
        Await.until("no file is left", this::noFileIsLeft);
    }

    @Test
    void theNextSessionCleansUpWhenTheWatchdogWasKilledToo() throws IOException {
        try (Run run = start()) {
            killBoth(run);
            UndoSession.open(root()).close();
            awaitNothingLeft(run);
        }
    }

    @Test
    void recoverCleansUpAndSaysWhatItDid() throws Exception {
        try (Run run = start()) {
            killBoth(run);
            try (Child recover = Child.start(Recover.class, root().toString())) {
                assertThat(recover.rest())
                        .contains("undone: DeleteTree", "undone: KillMarked", "undone: Continue[pid=" + run.victim());
                assertThat(recover.exitStatus()).isZero();
            }
            awaitNothingLeft(run);
            try (Child recover = Child.start(Recover.class, root().toString())) {
                assertThat(recover.line()).isEqualTo("Nothing was left behind in " + root() + ".");
            }
        }
    }

    private void killBoth(Run run) throws IOException {
        assertHarm(run);
        run.watchdogs().forEach(pid -> {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            Await.until("the watchdog is dead", () -> Proc.isGone(pid));
        });
        run.jvm().kill();
        assertThat(Proc.withEnvironment(run.mark())).isNotEmpty();
    }

    @Test
    void recoverLeavesALivingRunAlone() throws IOException {
        try (Run run = start();
                Child recover = Child.start(Recover.class, root().toString())) {
            assertThat(recover.rest()).contains("Nothing was left behind");
            assertHarm(run);
            run.jvm().say("end");
            awaitNothingLeft(run);
        }
    }
}
