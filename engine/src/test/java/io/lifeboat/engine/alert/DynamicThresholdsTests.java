package io.lifeboat.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.engine.cluster.Workload;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DynamicThresholdsTests {

    private static final Duration HORIZON = Duration.ofSeconds(10);

    /** Floors so low that they never bind. */
    private static final CostModel NO_FLOORS = new CostModel(
            0.3,
            5,
            Duration.ofSeconds(6),
            Duration.ofSeconds(4),
            Duration.ofMillis(100),
            0.15,
            0.4,
            0.5,
            1e-6,
            1e-6,
            1e-6);

    /** Objectives that never bind. */
    private static final ErrorBudgetSettings COST_ALONE = new ErrorBudgetSettings(Duration.ofDays(30), 1, 1, 1);

    private static Workload workload(Criticality criticality, Duration acceptableDowntime) {
        return new Workload("orders", "orders", criticality, 0, acceptableDowntime, Resources.NONE, "node-1", 0);
    }

    private static Thresholds thresholds(CostModel costs, Criticality criticality, double downtimeSeconds) {
        Duration downtime = Duration.ofMillis((long) (downtimeSeconds * 1000));
        return new DynamicThresholds(costs, COST_ALONE, HORIZON).of(workload(criticality, downtime));
    }

    @Test
    void theCriticalThresholdIsTheQuotientOfTheCosts() {
        // C_u = 6, C_a = 0.1 + 0.15 * 4 = 0.7, e = exp(-0.4)
        double expected = 0.7 / (Math.exp(-0.4) * 6);
        Thresholds thresholds = thresholds(NO_FLOORS, Criticality.MEDIUM, 30);
        assertThat(thresholds.critical()).isCloseTo(expected, within(1e-12));
        assertThat(thresholds.warning()).isCloseTo(0.4 * expected, within(1e-12));
    }

    @Test
    void anOutageBeyondTheAcceptableDowntimeCostsMore() {
        // T_o / D = 6 / 2, so C_u = 6 * (1 + 0.5 * 2) = 12
        double expected = 0.7 / (Math.exp(-0.4) * 12);
        assertThat(thresholds(NO_FLOORS, Criticality.MEDIUM, 2).critical()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void theThresholdFallsWithCriticality() {
        assertThat(thresholds(NO_FLOORS, Criticality.HIGH, 30).critical())
                .isLessThan(thresholds(NO_FLOORS, Criticality.MEDIUM, 30).critical());
        assertThat(thresholds(NO_FLOORS, Criticality.MEDIUM, 30).critical())
                .isLessThan(thresholds(NO_FLOORS, Criticality.LOW, 30).critical());
    }

    @Test
    void theThresholdRisesWithAcceptableDowntimeUntilAnOutageFits() {
        double before = 0;
        for (double downtime = 0.5; downtime <= 6; downtime += 0.5) {
            double critical =
                    thresholds(NO_FLOORS, Criticality.MEDIUM, downtime).critical();
            assertThat(critical).isGreaterThan(before);
            before = critical;
        }
        assertThat(thresholds(NO_FLOORS, Criticality.MEDIUM, 60).critical()).isEqualTo(before);
    }

    @Test
    void slowMigrationsRaiseTheThresholdAndFastOnesLowerIt() {
        DynamicThresholds thresholds = new DynamicThresholds(NO_FLOORS, HORIZON);
        Workload orders = workload(Criticality.MEDIUM, Duration.ofSeconds(30));
        double before = thresholds.of(orders).critical();
        thresholds.learn(Duration.ofSeconds(8), Duration.ofMillis(100));
        double slow = thresholds.of(orders).critical();
        for (int i = 0; i < 20; i++) {
            thresholds.learn(Duration.ofSeconds(1), Duration.ofMillis(50));
        }
        double fast = thresholds.of(orders).critical();
        assertThat(slow).isGreaterThan(before);
        assertThat(fast).isLessThan(before);
        // C_a = 0.05 + 0.15, e = exp(-0.1)
        assertThat(fast).isCloseTo(0.2 / (Math.exp(-0.1) * 6), within(1e-3));
    }

    @Test
    void movingNeverPaysWhenItTakesFarLongerThanTheHorizon() {
        DynamicThresholds thresholds = new DynamicThresholds(CostModel.defaults(), HORIZON);
        for (int i = 0; i < 30; i++) {
            thresholds.learn(Duration.ofMinutes(5), Duration.ofSeconds(1));
        }
        assertThat(thresholds
                        .of(workload(Criticality.HIGH, Duration.ofSeconds(1)))
                        .critical())
                .isEqualTo(1);
    }

    @Test
    void theFloorsKeepACostlyWorkloadFromChasingNoise() {
        Thresholds thresholds = thresholds(CostModel.defaults(), Criticality.HIGH, 0.01);
        assertThat(thresholds).isEqualTo(new Thresholds(0.05, 0.15, 0.25));
    }

    @Test
    void tiersNeverCrossForAnyWorkload() {
        for (Criticality criticality : Criticality.values()) {
            for (double downtime = 0.1; downtime < 100; downtime *= 2) {
                Thresholds thresholds = thresholds(CostModel.defaults(), criticality, downtime);
                assertThat(thresholds.warning()).isBetween(thresholds.informational(), thresholds.critical());
            }
        }
    }

    @Test
    void aBadCostIsNamed() {
        assertThatThrownBy(() -> new CostModel(0, 5, HORIZON, HORIZON, Duration.ZERO, 0.1, 0.4, 0.5, 0.25, 0.15, 0.05))
                .hasMessage("lowWeight (0.0) must be positive and finite.");
        assertThatThrownBy(() -> new CostModel(1, 5, HORIZON, HORIZON, Duration.ZERO, 0.1, 0.4, 0.5, 0.1, 0.15, 0.05))
                .hasMessageContaining("must not decrease");
    }
}
