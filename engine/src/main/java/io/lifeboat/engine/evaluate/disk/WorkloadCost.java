package io.lifeboat.engine.evaluate.disk;

import java.util.List;

/**
 * What a kind of workload loses when its drive fails, and what moving it beforehand costs, in the same unit of money.
 *
 * @param name for the report
 * @param failure cost of an unplanned failure, above 0
 * @param move cost of a planned move, above 0
 */
record WorkloadCost(String name, double failure, double move) {

    /** Four kinds whose costs of a failure lie a factor of 2,000 apart, as in many companies. */
    static final List<WorkloadCost> KINDS = List.of(
            new WorkloadCost("payments", 6000, 12),
            new WorkloadCost("internal-api", 300, 4),
            new WorkloadCost("batch", 30, 2),
            new WorkloadCost("development", 3, 2));

    /**
     * The probability from which moving costs less than waiting: C_a / (e C_u) (Elkan 2001), the formula of {@code
     * io.lifeboat.engine.alert.DynamicThresholds}, here with costs in money; above 1 moving never pays.
     *
     * @param inTime the chance e that a move ends before the failure, in (0, 1]
     */
    double threshold(double inTime) {
        return move / (inTime * failure);
    }
}
