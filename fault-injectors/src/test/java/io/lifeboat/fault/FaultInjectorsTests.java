package io.lifeboat.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.fault.testkit.Cgroups;
import io.lifeboat.fault.testkit.Target;
import io.lifeboat.fault.undo.UndoJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultInjectorsTests {

    private static final long SOME_PID = 4_000_000;

    @ParameterizedTest
    @EnumSource
    void whatNobodyCanInjectIsRefusedWithAllReasonsAndAHint(FailureType type) {
        assertThatThrownBy(() -> FaultInjectors.load(List.of()).choose(Failure.of(type, 1, 1), Target.none()))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining(type.name())
                .hasMessageContaining("n1")
                .hasMessageContaining("Maybe");
    }

    @Test
    void aQuotaIsPreferredToStoppingAndContinuing() {
        Path cgroup = Cgroups.create();
        try {
            assertThat(chosen(Target.of(cgroup, SOME_PID)).name()).isEqualTo("cgroup-cpu");
        } finally {
            Cgroups.remove(cgroup);
        }
    }

    @Test
    void withoutAQuotaItIsStoppingAndContinuing() {
        assertThat(chosen(Target.of(SOME_PID)).name()).isEqualTo("duty-cycle");
    }

    private static FaultInjector chosen(FaultTarget target) {
        return FaultInjectors.load(List.of())
                .choose(Failure.of(FailureType.CPU_THROTTLE, 1, 1), target)
                .injector();
    }

    @Test
    void aPlatformsOwnInjectorIsChosenByItsPriority() {
        FaultInjector own = new FaultInjector() {
            @Override
            public String name() {
                return "own";
            }

            @Override
            public int priority() {
                return 100;
            }

            @Override
            public Availability availability(Failure failure, FaultTarget target) {
                return new Availability.Available("magic");
            }

            @Override
            public ActiveFault inject(Failure failure, FaultTarget target, UndoJournal undo) {
                throw new UnsupportedOperationException();
            }
        };
        FaultInjectors.Choice choice = FaultInjectors.load(List.of(own))
                .choose(Failure.of(FailureType.CPU_THROTTLE, 1, 1), Target.of(SOME_PID));
        assertThat(choice.injector()).isSameAs(own);
        assertThat(choice.available().means()).isEqualTo("magic");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void aSeverityOutOfRangeIsRefusedWithTheValueAndAHint(double severity) {
        assertThatThrownBy(() -> Failure.of(FailureType.CPU_THROTTLE, severity, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(severity))
                .hasMessageContaining("Maybe write 0.9 for 90 %");
    }

    @Test
    void negativeLatenciesAndBandwidthsAreRefused() {
        assertThatThrownBy(() -> failure(Duration.ofMillis(-1), Duration.ZERO, 1))
                .hasMessageContaining("PT-0.001S");
        assertThatThrownBy(() -> failure(Duration.ZERO, Duration.ofMillis(-1), 1))
                .hasMessageContaining("PT-0.001S");
        assertThatThrownBy(() -> failure(Duration.ZERO, Duration.ZERO, 0)).hasMessageContaining("0");
    }

    private static Failure failure(Duration latency, Duration jitter, long bytesPerSecond) {
        return new Failure(
                FailureType.NETWORK_LATENCY, 1, latency, jitter, bytesPerSecond, Failure.Direction.INBOUND, 1);
    }
}
