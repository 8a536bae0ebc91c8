package io.lifeboat.fault.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.fault.testkit.Await;
import io.lifeboat.fault.testkit.Child;
import io.lifeboat.fault.testkit.Proc;
import io.lifeboat.fault.testkit.SpinMain;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignalShellTests {

    private Child child;

    @BeforeEach
    void startChild() {
        child = Child.start(SpinMain.class);
        child.line();
    }

    @AfterEach
    void killChild() {
        child.close();
    }

    @Test
    void aProcessThatIsGoneDoesNotKeepTheOthersFromBeingStopped() {
        Child dead = Child.start(SpinMain.class);
        dead.kill();
        try (SignalShell shell = SignalShell.open()) {
            shell.stop(List.of(dead.pid(), child.pid()));
            awaitStopped();
            shell.continueAll();
            awaitRunning();
        }
    }

    @Test
    void closingLetsEverythingGoOn() {
        SignalShell shell = SignalShell.open();
        shell.stop(List.of(child.pid()));
        awaitStopped();
        shell.close();
        awaitRunning();
        shell.stop(List.of(child.pid()));
        assertThat(Proc.state(child.pid())).as("closed shells stop nothing").isNotEqualTo('T');
    }

    @Test
    void aKilledShellIsReplacedAndStillLetsGoWhatTheFirstOneStopped() {
        Set<Long> before = children();
        try (SignalShell shell = SignalShell.open()) {
            shell.stop(List.of(child.pid()));
            awaitStopped();
            children().stream().filter(pid -> !before.contains(pid)).forEach(pid -> {
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
                Await.until("the shell is dead", () -> Proc.isGone(pid));
            });
            shell.continueAll();
            awaitRunning();
            shell.stop(List.of(child.pid()));
            awaitStopped();
        }
        awaitRunning();
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    private void awaitStopped() {
        Await.until("the child is stopped", () -> Proc.state(child.pid()) == 'T');
    }

    private void awaitRunning() {
        Await.until("the child runs", () -> Proc.state(child.pid()) != 'T');
    }
}
