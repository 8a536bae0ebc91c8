package io.lifeboat.engine.alert;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.Workload;
import java.time.Duration;

/**
 * Thresholds at which acting costs less than waiting, per workload, after Elkan, "The foundations of cost-sensitive
 * learning" (IJCAI 2001). With p the probability of failure within the horizon H, act when p &ge; &theta;:
 *
 * <ul>
 *   <li>cost of waiting <i>C<sub>u</sub> = c &middot; T<sub>o</sub> &middot; (1 + &kappa; &middot; max(0,
 *       T<sub>o</sub>/D &minus; 1))</i>: c cost of a second of outage (by criticality), T<sub>o</sub> length of an
 *       unplanned outage, D the acceptable downtime, &kappa; urgency of a broken SLO
 *   <li>cost of acting <i>C<sub>a</sub> = c &middot; T<sub>p</sub> + k &middot; T<sub>m</sub></i>: T<sub>p</sub> pause
 *       and T<sub>m</sub> length of a migration, as measured; k cost of a second of a migration slot
 *   <li>chance to finish in time <i>e = exp(&minus;T<sub>m</sub>/H)</i>: lead times taken as exponential with mean H
 *   <li><i>&theta;<sub>critical</sub> = C<sub>a</sub> / (e C<sub>u</sub>)</i>, clamped to its floor and 1
 *   <li><i>&theta;<sub>warning</sub> = s &middot; C<sub>a</sub> / (e C<sub>u</sub>)</i>, s the preparation share, clamped
 *       to its floor and &theta;<sub>critical</sub>
 *   <li>&theta;<sub>informational</sub> is fixed: a multiple of what healthy nodes show
 * </ul>
 *
 * <p>Times are seconds, costs are seconds of outage of a workload of medium criticality. The floors keep a costly
 * workload from chasing noise. Not thread-safe.
 */
public final class DynamicThresholds {

    /** Weight of a new measurement in the moving average. */
    private static final double NEWEST = 0.3;

    private final CostModel costs;
    private final double horizon;
    private double moveTime;
    private double pause;

    /**
     * Thresholds without measured migrations yet.
     *
     * @param horizon of the predictions, positive
     */
    public DynamicThresholds(CostModel costs, Duration horizon) {
        if (horizon.isNegative() || horizon.isZero()) {
            throw new IllegalArgumentException("horizon (%s) must be positive.".formatted(horizon));
        }
        this.costs = costs;
        this.horizon = seconds(horizon);
        this.moveTime = seconds(costs.moveTime());
        this.pause = seconds(costs.pause());
    }

    /** Learns what a planned migration that completed really took, and how long it held the clients. */
    public void learn(Duration measuredMove, Duration measuredPause) {
        moveTime += NEWEST * (seconds(measuredMove) - moveTime);
        pause += NEWEST * (seconds(measuredPause) - pause);
    }

    /** Thresholds of one workload. */
    public Thresholds of(Workload workload) {
        return of(workload.criticality(), seconds(workload.acceptableDowntime()));
    }

    /** Thresholds of a node without workloads: those of medium criticality without urgency. */
    public Thresholds ofEmptyNode() {
        return of(Criticality.MEDIUM, seconds(costs.outage()));
    }

    private Thresholds of(Criticality criticality, double acceptableDowntime) {
        double weight = costs.weight(criticality);
        double outage = seconds(costs.outage());
        double waiting = weight * outage * (1 + costs.urgency() * Math.max(0, outage / acceptableDowntime - 1));
        double acting = weight * pause + costs.slotCost() * moveTime;
        double inTime = StrictMath.exp(-moveTime / horizon);
        double balance = acting / (inTime * waiting);
        double critical = Math.max(costs.criticalFloor(), Math.min(1, balance));
        double warning = Math.max(costs.warningFloor(), Math.min(critical, costs.preparationShare() * balance));
        return new Thresholds(costs.informationalThreshold(), warning, critical);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
