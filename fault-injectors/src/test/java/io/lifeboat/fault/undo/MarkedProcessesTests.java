package io.lifeboat.fault.undo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.fault.testkit.Await;
import io.lifeboat.fault.testkit.Proc;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MarkedProcessesTests {

    private static final String NAME = "LIFEBOAT_TEST_MARK";

    private final String value = "v" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    private final MarkedProcesses marked = new MarkedProcesses(NAME, value);

    @AfterEach
    void killAll() throws IOException {
        marked.killAll();
    }

    private static void shell(String script, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", script);
        builder.environment().putAll(environment);
        builder.start();
    }

    @Test
    void findsChildrenWhoseParentsAreGone() throws IOException {
        // Forked twice, in a session of its own, adopted by somebody else.
        shell("setsid sh -c 'sleep 1000 & sleep 1001 &' & exit", Map.of(NAME, value));
        Await.until("both are there and on their own", () -> marked.find().size() == 2);
        assertThat(marked.find()).hasSameElementsAs(Proc.withEnvironment(NAME + "=" + value));
        marked.killAll();
        assertThat(Proc.withEnvironment(NAME + "=" + value)).isEmpty();
    }

    @Test
    void killsProcessesThatAreStoppedOrDeafToPoliteSignals() throws IOException {
        shell("trap '' TERM HUP INT; kill -STOP $$; sleep 1000", Map.of(NAME, value));
        Await.until("it has stopped", () -> marked.find().stream().anyMatch(pid -> Proc.state(pid) == 'T'));
        marked.killAll();
        assertThat(Proc.withEnvironment(NAME + "=" + value)).isEmpty();
    }

    @Test
    void killsFasterThanTheyMultiply() throws IOException {
        shell("while :; do sleep 1000 & sleep 0.02; done", Map.of(NAME, value));
        Await.until("some are there", () -> marked.find().size() > 5);
        marked.killAll();
        assertThat(Proc.withEnvironment(NAME + "=" + value)).isEmpty();
    }

    @Test
    void leavesAloneWhoseMarkOnlyLooksAlike() throws IOException {
        shell("sleep 1000", Map.of(NAME, value + "0", "X" + NAME, value, "Y", NAME + "=" + value));
        MarkedProcesses others = new MarkedProcesses(NAME, value + "0");
        Await.until("it is there", () -> !others.find().isEmpty());
        assertThat(marked.find()).isEmpty();
        marked.killAll();
        assertThat(others.find()).isNotEmpty();
        others.killAll();
    }
}
