package io.lifeboat.fault.undo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.fault.testkit.Await;
import io.lifeboat.fault.testkit.Cgroups;
import io.lifeboat.fault.testkit.Child;
import io.lifeboat.fault.testkit.Proc;
import io.lifeboat.fault.testkit.SpinMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoExecutorTests {

    @TempDir
    private Path root;

    private UndoExecutor executor;

    @BeforeEach
    void makeExecutor() {
        executor = new UndoExecutor(new OwnedTrees(root));
    }

    @Test
    void undoesTheNewestFirst() throws IOException {
        Path file = Files.writeString(root.resolve("control"), "faulty");
        List<String> problems = executor.undo(
                List.of(new UndoAction.Restore(file, "original"), new UndoAction.Restore(file, "in between")));
        assertThat(problems).isEmpty();
        assertThat(file).hasContent("original");
    }

    @Test
    void oneFailureDoesNotKeepTheOthersFromBeingUndone() throws IOException {
        Path file = Files.writeString(root.resolve("control"), "faulty");
        UndoAction impossible = new UndoAction.DeleteTree(root.resolveSibling("somebody-elses"));
        Files.createDirectories(root.resolveSibling("somebody-elses"));
        assertThat(executor.undo(List.of(new UndoAction.Restore(file, "original"), impossible)))
                .singleElement()
                .asString()
                .contains("somebody-elses");
        assertThat(file).hasContent("original");
        Files.delete(root.resolveSibling("somebody-elses"));
    }

    @Test
    void everythingMayBeUndoneAgainAndWithNothingThere() {
        Path missing = root.resolve("missing");
        List<UndoAction> actions = List.of(
                new UndoAction.KillMarked("LIFEBOAT_TEST_MARK", "nobody"),
                new UndoAction.Continue(Integer.MAX_VALUE, 1),
                new UndoAction.Restore(missing, "x"),
                new UndoAction.RemoveCgroup(missing),
                new UndoAction.DeleteTree(missing));
        assertThat(executor.undo(actions)).isEmpty();
        assertThat(executor.undo(actions)).isEmpty();
        assertThat(missing).doesNotExist();
    }

    @Test
    void aDirectoryThatIsNoCgroupIsLeftAlone() throws IOException {
        Path directory = Files.createDirectories(root.resolve("directory"));
        assertThat(executor.undo(List.of(new UndoAction.RemoveCgroup(directory))))
                .singleElement()
                .asString()
                .contains("left alone");
        assertThat(directory).exists();
    }

    @Test
    void removesACgroupOnceItsProcessesAreKilled() throws IOException {
        Path cgroup = Cgroups.create();
        Path inner = Files.createDirectory(cgroup.resolve("inner"));
        String value = "v" + System.nanoTime();
        try (Child child = Child.start(Map.of("LIFEBOAT_TEST_MARK", value), SpinMain.class)) {
            child.line();
            Cgroups.add(inner, child.pid());
            assertThat(executor.undo(List.of(
                            new UndoAction.RemoveCgroup(cgroup),
                            new UndoAction.KillMarked("LIFEBOAT_TEST_MARK", value))))
                    .isEmpty();
            assertThat(Proc.isGone(child.pid())).isTrue();
        }
        assertThat(cgroup).doesNotExist();
    }

    @Test
    void doesNotSignalAnotherProcessThatGotTheSameId() throws Exception {
        try (Child child = Child.start(SpinMain.class)) {
            child.line();
            stop(child);
            ProcessIdentity identity = ProcessIdentity.of(child.pid());
            executor.undo(List.of(new UndoAction.Continue(child.pid(), identity.startTicks() + 1)));
            assertThat(Proc.state(child.pid())).isEqualTo('T');
            executor.undo(List.of(new UndoAction.Continue(child.pid(), identity.startTicks())));
            Await.until("it runs", () -> Proc.state(child.pid()) != 'T');
        }
    }

    @Test
    void goesThroughInAnInterruptedThread() throws Exception {
        try (Child child = Child.start(SpinMain.class)) {
            child.line();
            stop(child);
            Path tree = Files.createDirectories(root.resolve("a/b"));
            UndoAction goOn = new UndoAction.Continue(
                    child.pid(), ProcessIdentity.of(child.pid()).startTicks());
            Thread.currentThread().interrupt();
            List<String> problems = executor.undo(List.of(new UndoAction.DeleteTree(root.resolve("a")), goOn));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(problems).isEmpty();
            assertThat(tree).doesNotExist();
            Await.until("it runs", () -> Proc.state(child.pid()) != 'T');
        }
    }

    private static void stop(Child child) throws IOException, InterruptedException {
        new ProcessBuilder("/bin/sh", "-c", "kill -STOP " + child.pid()).start().waitFor();
        Await.until("stopped", () -> Proc.state(child.pid()) == 'T');
    }
}
