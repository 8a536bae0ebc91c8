package io.lifeboat.fault.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultInjector;
import io.lifeboat.fault.testkit.Await;
import io.lifeboat.fault.testkit.Proc;
import io.lifeboat.fault.undo.UndoAction;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DutyCycleInjectorTests extends ProcessInjectorContract {

    @Override
    protected FaultInjector injector() {
        return new DutyCycleInjector();
    }

    @Override
    protected Failure failure() {
        return Failure.of(FailureType.CPU_THROTTLE, 1, 1);
    }

    @Override
    protected void activity() {
        Await.until("the child is seen stopped", () -> Proc.state(child.pid()) == 'T');
        Await.elapse(Duration.ofMillis(500));
    }

    @Test
    void theChildGetsFarLessDoneAndRunsOnAfterwards() {
        long before = cpuInASecond();
        try (ActiveFault fault = injector().inject(failure(), target(), journal)) {
            fault.severity(0.9);
            activity();
            assertThat(cpuInASecond()).isLessThan(before / 2);
            assertThat(journal.open()).hasSize(1).allMatch(UndoAction.Continue.class::isInstance);
            fault.severity(0);
            Await.until("the child runs", () -> Proc.state(child.pid()) != 'T');
            fault.severity(1);
            activity();
        }
        assertThat(Proc.state(child.pid())).isNotEqualTo('T');
        assertThat(cpuInASecond()).isGreaterThan(before / 3);
    }

    private long cpuInASecond() {
        long before = Proc.cpuNanos(child.pid());
        Await.elapse(Duration.ofSeconds(1));
        return Proc.cpuNanos(child.pid()) - before;
    }

    @Test
    void aDeadChildIsNoReasonToFail() {
        try (ActiveFault fault = injector().inject(failure(), target(), journal)) {
            fault.severity(0.9);
            activity();
            child.kill();
            fault.severity(0.5);
        }
        assertThat(journal.open()).isEmpty();
    }
}
