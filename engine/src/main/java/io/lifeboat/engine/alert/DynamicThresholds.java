package io.lifeboat.engine.alert;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.Workload;
import java.time.Duration;
import java.time.Instant;

/**
 * Thresholds at which acting costs less than waiting, per workload, after Elkan, "The foundations of cost-sensitive
 * learning" (IJCAI 2001), joined with the service level objective as a chance constraint (Charnes and Cooper, 1959). With p the
 * probability of failure within the horizon H, act when p &ge; &theta;:
 *
 * <ul>
 *   <li>cost of waiting <i>C<sub>u</sub> = c &middot; T<sub>o</sub> &middot; (1 + &kappa; [(1 &minus; B/B<sub>0</sub>) + max(0,
 *       T<sub>o</sub>/B<sub>0</sub> &minus; 1)])</i>: c cost of a second of outage (by criticality), T<sub>o</sub> length of an
 *       unplanned outage, B<sub>0</sub> the error budget, which is the acceptable downtime, B what is left of it, &kappa; urgency of a
 *       broken SLO
 *   <li>cost of acting <i>C<sub>a</sub> = c &middot; T<sub>p</sub> + k &middot; T<sub>m</sub></i>: T<sub>p</sub> pause
 *       and T<sub>m</sub> length of a migration; k cost of a second of a migration slot
 *   <li>chance to finish in time <i>e = P(L &ge; T<sub>m</sub>)</i>: L the time from the critical alert to the failure. With n lead
 *       times measured, <i>e = (n &middot; &ecirc; + n<sub>0</sub> &middot; exp(&minus;T<sub>m</sub>/H)) / (n + n<sub>0</sub>)</i>:
 *       &ecirc; the share of all pairs of a measured lead time and a measured move in which the move fits (Mann and Whitney, 1947),
 *       beside lead times taken as exponential with mean H, which count as n<sub>0</sub> = 5 measurements
 *   <li><i>p*<sub>cost</sub> = C<sub>a</sub> / (e C<sub>u</sub>)</i>
 *   <li><i>p*<sub>slo</sub> = &delta; / (e &middot; P(T<sub>r</sub> &gt; B))</i>: from p &middot; P(T<sub>r</sub> &gt; B) &le; &delta;, the
 *       tolerated risk that the failure breaks the objective, of which a move averts the share e. T<sub>r</sub>, the time to
 *       recover, is exponential with mean T<sub>o</sub> until measured, and then mixed in the same way; infinite when recovery always fits
 *   <li><i>&theta;<sub>critical</sub> = min(p*<sub>cost</sub>, p*<sub>slo</sub>)</i>, clamped to its floor and 1
 *   <li><i>&theta;<sub>warning</sub> = s &middot; min(p*<sub>cost</sub>, p*<sub>slo</sub>)</i>, s the preparation share, clamped
 *       to its floor and &theta;<sub>critical</sub>
 *   <li>&theta;<sub>informational</sub> is fixed: a multiple of what healthy nodes show
 * </ul>
 *
 * <p>Times are seconds, costs are seconds of outage of a workload of medium criticality. T<sub>m</sub> and T<sub>p</sub> are moving
 * averages of what was measured, T<sub>o</sub> the mean of what was measured and, as 5 measurements, of what was assumed. The floors keep a
 * costly workload from chasing noise. Not thread-safe.
 */
public final class DynamicThresholds {

    /** Weight of a new measurement in the moving average. */
    private static final double NEWEST = 0.3;

    private final CostModel costs;
    private final ErrorBudgetSettings objectives;
    private final ErrorBudgets budgets;
    private final double horizon;
    private final Measured leads = new Measured();
    private final Measured moves = new Measured();
    private final Measured recoveries = new Measured();
    private double moveTime;
    private double pause;
    private double inTime;
    private double outage;
    private long changes;

    /**
     * Thresholds with the default objectives, without measured migrations yet.
     *
     * @param horizon of the predictions, positive
     */
    public DynamicThresholds(CostModel costs, Duration horizon) {
        this(costs, ErrorBudgetSettings.defaults(), horizon);
    }

    /**
     * Thresholds without measured migrations yet.
     *
     * @param horizon of the predictions, positive
     */
    public DynamicThresholds(CostModel costs, ErrorBudgetSettings objectives, Duration horizon) {
        if (horizon.isNegative() || horizon.isZero()) {
            throw new IllegalArgumentException("horizon (%s) must be positive.".formatted(horizon));
        }
        this.costs = costs;
        this.objectives = objectives;
        this.budgets = new ErrorBudgets(objectives.period());
        this.horizon = seconds(horizon);
        this.moveTime = seconds(costs.moveTime());
        this.pause = seconds(costs.pause());
        this.outage = seconds(costs.outage());
        this.inTime = chanceInTime();
    }

    /** Learns what a planned migration that completed really took, and how long it held the clients. */
    public void learn(Duration measuredMove, Duration measuredPause) {
        moveTime += NEWEST * (seconds(measuredMove) - moveTime);
        pause += NEWEST * (seconds(measuredPause) - pause);
        moves.add(seconds(measuredMove));
        inTime = chanceInTime();
        changes++;
    }

    /** Learns how long after its critical alert a node failed; zero or less when the alert came too late. */
    public void learnLead(Duration lead) {
        leads.add(seconds(lead));
        inTime = chanceInTime();
        changes++;
    }

    /** Learns of an unplanned outage that is over, which uses up error budget of the workload. */
    public void learnOutage(Instant end, String workload, Duration length) {
        recoveries.add(seconds(length));
        budgets.spend(end, workload, seconds(length));
        outage = recoveries.mean(seconds(costs.outage()));
        changes++;
    }

    /** Forgets downtime that is older than the period of the objectives. */
    public void advance(Instant now) {
        changes += budgets.forget(now) ? 1 : 0;
    }

    /** Counts up whenever thresholds may have changed: as long as it stays, the same workload has the same. */
    public long changes() {
        return changes;
    }

    /** Thresholds of one workload. */
    public Thresholds of(Workload workload) {
        return of(workload.criticality(), seconds(workload.acceptableDowntime()), budgets.used(workload.id()));
    }

    /** Thresholds of a node without workloads: those of medium criticality whose objective is not at stake. */
    public Thresholds ofEmptyNode() {
        return of(Criticality.MEDIUM, Double.POSITIVE_INFINITY, 0);
    }

    /** Probability that a move begun with the critical alert is done before the failure. */
    double inTime() {
        return inTime;
    }

    /** What moving and waiting cost for a workload of this criticality with this error budget. */
    CostBalance balance(Criticality criticality, double budget, double used) {
        double weight = costs.weight(criticality);
        double atStake = Math.min(1, used / budget) + Math.max(0, outage / budget - 1);
        double waiting = weight * outage * (1 + costs.urgency() * atStake);
        double acting = weight * pause + costs.slotCost() * moveTime;
        return new CostBalance(acting, waiting, inTime);
    }

    /** The probability from which a move averts more than the tolerated risk that the objective is broken. */
    double objectiveThreshold(Criticality criticality, double budget, double used) {
        double left = Math.max(0, budget - used);
        double tooLong = recoveries.shareAbove(left, StrictMath.exp(-left / seconds(costs.outage())));
        return objectives.risk(criticality) / (inTime * tooLong);
    }

    private Thresholds of(Criticality criticality, double budget, double used) {
        double pays =
                Math.min(balance(criticality, budget, used).threshold(), objectiveThreshold(criticality, budget, used));
        double critical = Math.max(costs.criticalFloor(), Math.min(1, pays));
        double warning = Math.max(costs.warningFloor(), Math.min(critical, costs.preparationShare() * pays));
        return new Thresholds(costs.informationalThreshold(), warning, critical);
    }

    private double chanceInTime() {
        double assumed = StrictMath.exp(-moveTime / horizon);
        int n = leads.size();
        if (n == 0) {
            return assumed;
        }
        double measured = leads.shareNotBelow(moves.size() > 0 ? moves : Measured.only(moveTime));
        return (n * measured + Measured.ASSUMED * assumed) / (n + Measured.ASSUMED);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
