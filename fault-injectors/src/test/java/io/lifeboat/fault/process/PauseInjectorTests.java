package io.lifeboat.fault.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.FaultInjector;
import io.lifeboat.fault.testkit.Await;
import io.lifeboat.fault.testkit.Child;
import io.lifeboat.fault.testkit.Proc;
import io.lifeboat.fault.testkit.SpinMain;
import io.lifeboat.fault.testkit.Target;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PauseInjectorTests extends ProcessInjectorContract {

    @Override
    protected FaultInjector injector() {
        return new PauseInjector();
    }

    @Override
    protected Failure failure() {
        return Failure.of(FailureType.PROCESS_PAUSE, 1, 1);
    }

    @Override
    protected void activity() {
        Await.until("the child is stopped", () -> Proc.state(child.pid()) == 'T');
    }

    @Test
    void standsStillAndGoesOn() {
        try (ActiveFault fault = injector().inject(failure(), target(), journal)) {
            fault.severity(1);
            activity();
            long before = Proc.cpuNanos(child.pid());
            Await.elapse(Duration.ofMillis(300));
            long after = Proc.cpuNanos(child.pid());
            // Threads on other processors stop a moment after the first.
            assertThat(after - before).isLessThan(50_000_000);
            fault.severity(0);
            Await.until("the child runs on", () -> Proc.cpuNanos(child.pid()) > after + 50_000_000);
        }
    }

    @Test
    void stopsAllProcessesOfTheNode() {
        try (Child other = Child.start(SpinMain.class)) {
            other.line();
            try (ActiveFault fault = injector().inject(failure(), Target.of(child.pid(), other.pid()), journal)) {
                fault.severity(1);
                assertThat(List.of(Proc.state(child.pid()), Proc.state(other.pid())))
                        .containsOnly('T');
                assertThat(fault.evidence().hits()).isEqualTo(2);
            }
            assertThat(List.of(Proc.state(child.pid()), Proc.state(other.pid())))
                    .doesNotContain('T');
        }
    }

    /** A signal to 0 goes to our own process group, to -1 to everything that we may signal. */
    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1})
    void neverSignalsWhatIsNoSingleProcessOfANode(long pid) {
        try (ActiveFault fault = injector().inject(failure(), Target.of(pid), journal)) {
            assertThatThrownBy(() -> fault.severity(1))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("Maybe");
        }
    }

    @Test
    void neverStopsItself() {
        try (ActiveFault fault =
                injector().inject(failure(), Target.of(ProcessHandle.current().pid()), journal)) {
            assertThatThrownBy(() -> fault.severity(1)).isInstanceOf(FaultException.class);
        }
    }
}
