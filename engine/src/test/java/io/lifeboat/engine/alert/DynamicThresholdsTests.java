package io.lifeboat.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.engine.cluster.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
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

    /** Costs of a workload whose second of outage costs {@code weight}, and of a move whose second costs {@code slot}. */
    private static CostModel costs(double weight, double slot) {
        return new CostModel(
                weight,
                5,
                Duration.ofSeconds(6),
                Duration.ofSeconds(4),
                Duration.ofMillis(100),
                slot,
                0.4,
                0.5,
                1e-9,
                1e-9,
                1e-9);
    }

    private static DynamicThresholds thresholds(double weight, double slot, long moveMillis, long leadMillis) {
        DynamicThresholds thresholds = new DynamicThresholds(costs(weight, slot), COST_ALONE, HORIZON);
        thresholds.learn(Duration.ofMillis(moveMillis), Duration.ofMillis(50));
        for (int i = 0; i < 10; i++) {
            thresholds.learnLead(Duration.ofMillis(leadMillis + 100L * i));
        }
        return thresholds;
    }

    @Test
    void theThresholdIsTheAnalyticQuotientFallsWithTheWeightAndTheChanceInTimeAndRisesWithTheCostOfActing() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 2000; i++) {
            double weight = random.nextDouble(0.5, 20);
            double slot = random.nextDouble(0.001, 0.2);
            long move = random.nextLong(200, 5000);
            long lead = random.nextLong(0, 6000);
            DynamicThresholds base = thresholds(weight, slot, move, lead);
            double budget = random.nextDouble(1, 100);
            CostBalance balance = base.balance(Criticality.LOW, budget, 0);
            double theta = balance.threshold();
            assertThat(theta)
                    .isCloseTo(balance.acting() / (balance.inTime() * balance.waiting()), within(1e-12))
                    .isGreaterThan(thresholds(1.1 * weight, slot, move, lead)
                            .balance(Criticality.LOW, budget, 0)
                            .threshold())
                    .isLessThan(thresholds(weight, 1.1 * slot, move, lead)
                            .balance(Criticality.LOW, budget, 0)
                            .threshold())
                    .isGreaterThanOrEqualTo(thresholds(weight, slot, move, lead + 1000)
                            .balance(Criticality.LOW, budget, 0)
                            .threshold());
            assertThat(new CostBalance(balance.acting(), balance.waiting(), balance.inTime() / 1.1).threshold())
                    .isCloseTo(1.1 * theta, within(1e-9));
            Workload low = workload(Criticality.LOW, Duration.ofNanos((long) (budget * 1e9)));
            assertThat(base.of(low).critical()).isCloseTo(Math.min(1, theta), within(1e-9));
        }
    }

    @Test
    void theChanceToFinishInTimeComesFromWhatWasMeasured() {
        DynamicThresholds thresholds = new DynamicThresholds(NO_FLOORS, COST_ALONE, HORIZON);
        assertThat(thresholds.inTime()).isCloseTo(Math.exp(-0.4), within(1e-12));
        thresholds.learn(Duration.ofSeconds(2), Duration.ofMillis(100));
        thresholds.learn(Duration.ofSeconds(2), Duration.ofMillis(100));
        double assumed = Math.exp(-(4 - 0.3 * 2 - 0.3 * 1.4) / 10);
        assertThat(thresholds.inTime()).isCloseTo(assumed, within(1e-9));
        // Three of four leads are as long as a move: (4 * 3/4 + 5 * assumed) / 9
        for (long lead : new long[] {1, 2, 3, 4}) {
            thresholds.learnLead(Duration.ofSeconds(lead));
        }
        assertThat(thresholds.inTime()).isCloseTo((3 + 5 * assumed) / 9, within(1e-9));
        for (int i = 0; i < 64; i++) {
            thresholds.learnLead(Duration.ofSeconds(-1));
        }
        assertThat(thresholds.inTime()).isLessThan(0.1);
    }

    @Test
    void anOutageUsesUpErrorBudgetAndLowersTheThresholdUntilItIsForgotten() {
        DynamicThresholds thresholds =
                new DynamicThresholds(NO_FLOORS, new ErrorBudgetSettings(Duration.ofHours(1), 1, 1, 1), HORIZON);
        Workload orders = workload(Criticality.MEDIUM, Duration.ofSeconds(30));
        Workload billing = new Workload(
                "billing", "billing", Criticality.MEDIUM, 0, Duration.ofSeconds(30), Resources.NONE, "n", 0);
        thresholds.learnOutage(Instant.EPOCH, "orders", Duration.ofSeconds(6));
        thresholds.learnOutage(Instant.EPOCH, "orders", Duration.ofSeconds(6));
        // B/B0 = 18/30, and so C_u = 6 * (1 + 0.5 * 0.4)
        double expected = 0.7 / (Math.exp(-0.4) * 7.2);
        assertThat(thresholds.of(orders).critical()).isCloseTo(expected, within(1e-9));
        assertThat(thresholds.of(billing).critical()).isCloseTo(1.2 * expected, within(1e-9));
        thresholds.advance(Instant.EPOCH.plusSeconds(3601));
        assertThat(thresholds.of(orders).critical()).isCloseTo(1.2 * expected, within(1e-9));
    }

    @Test
    void aBrokenObjectiveCostsNoMoreThanABrokenOne() {
        DynamicThresholds thresholds = new DynamicThresholds(NO_FLOORS, COST_ALONE, HORIZON);
        CostBalance broken = thresholds.balance(Criticality.MEDIUM, 30, 30);
        assertThat(thresholds.balance(Criticality.MEDIUM, 30, 300)).isEqualTo(broken);
    }

    @Test
    void theObjectiveBindsWhereRecoveryDoesNotFitTheBudgetThatIsLeft() {
        ErrorBudgetSettings strict = new ErrorBudgetSettings(Duration.ofDays(30), 0.02, 0.02, 0.02);
        DynamicThresholds thresholds = new DynamicThresholds(NO_FLOORS, strict, HORIZON);
        double inTime = Math.exp(-0.4);
        // P(T > 12) = exp(-2) with a mean of 6 s
        assertThat(thresholds.objectiveThreshold(Criticality.LOW, 20, 8))
                .isCloseTo(0.02 / (inTime * Math.exp(-2)), within(1e-9));
        assertThat(thresholds.objectiveThreshold(Criticality.LOW, 20, 20)).isCloseTo(0.02 / inTime, within(1e-9));
        double alone = thresholds(NO_FLOORS, Criticality.MEDIUM, 5).critical();
        assertThat(thresholds
                        .of(workload(Criticality.MEDIUM, Duration.ofSeconds(5)))
                        .critical())
                .isLessThan(alone)
                .isCloseTo(0.02 / (inTime * Math.exp(-5.0 / 6)), within(1e-9));
        assertThat(thresholds
                        .of(workload(Criticality.MEDIUM, Duration.ofHours(1)))
                        .critical())
                .isEqualTo(thresholds(NO_FLOORS, Criticality.MEDIUM, 3600).critical());
    }

    @Test
    void recoveriesThatWereMeasuredSayWhetherTheyFit() {
        DynamicThresholds thresholds = new DynamicThresholds(NO_FLOORS, HORIZON);
        double before = thresholds.objectiveThreshold(Criticality.HIGH, 10, 0);
        for (int i = 0; i < 5; i++) {
            thresholds.learnOutage(Instant.EPOCH, "other", Duration.ofSeconds(20));
        }
        // Five of 20 s beside an assumption of exp(-10/6) that counts as five
        double tooLong = (5 + 5 * Math.exp(-10.0 / 6)) / 10;
        assertThat(thresholds.objectiveThreshold(Criticality.HIGH, 10, 0))
                .isLessThan(before)
                .isCloseTo(0.05 / (Math.exp(-0.4) * tooLong), within(1e-9));
    }

    @Test
    void anAvailabilityIsABudgetOfDowntime() {
        assertThat(ErrorBudgetSettings.defaults().budget(0.999)).isEqualTo(Duration.ofSeconds(2592));
        assertThatThrownBy(() -> ErrorBudgetSettings.defaults().budget(99.9))
                .hasMessageContaining("availability (99.9) must be above 0 and below 1");
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
