package io.lifeboat.fault.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultInjector;
import io.lifeboat.fault.testkit.Await;
import io.lifeboat.fault.testkit.Proc;
import org.junit.jupiter.api.Test;

class CrashInjectorTests extends ProcessInjectorContract {

    private static final int KILLED = 128 + 9;

    @Override
    protected FaultInjector injector() {
        return new CrashInjector();
    }

    @Override
    protected Failure failure() {
        return Failure.of(FailureType.PROCESS_CRASH, 1, 1);
    }

    @Override
    protected void activity() {
        Await.until("the child is dead", () -> Proc.isGone(child.pid()));
    }

    @Override
    protected boolean undoable() {
        return false;
    }

    @Test
    void killsBySignalNineAndOnlyOnce() throws InterruptedException {
        try (ActiveFault fault = injector().inject(failure(), target(), journal)) {
            fault.severity(1);
            assertThat(child.exitStatus()).isEqualTo(KILLED);
            fault.severity(1);
            assertThat(fault.evidence().hits()).isEqualTo(1);
        }
    }

    @Test
    void aNodeThatWasDeadAlreadyIsNotKilled() {
        child.kill();
        try (ActiveFault fault = injector().inject(failure(), target(), journal)) {
            fault.severity(1);
            assertThat(fault.evidence().tookEffect()).isFalse();
        }
    }

    @Test
    void killsAStoppedProcess() {
        try (ActiveFault pause =
                new PauseInjector().inject(Failure.of(FailureType.PROCESS_PAUSE, 1, 1), target(), journal)) {
            pause.severity(1);
            try (ActiveFault fault = injector().inject(failure(), target(), journal)) {
                fault.severity(1);
                assertThat(fault.evidence().hits()).isEqualTo(1);
            }
        }
        assertThat(journal.open()).isEmpty();
    }
}
