package io.lifeboat.engine.alert;

/**
 * Moving against waiting, after Elkan, "The foundations of cost-sensitive learning" (IJCAI 2001). Waiting costs nothing if the node
 * lives and C<sub>u</sub> if it fails; moving always costs C<sub>a</sub>, and C<sub>u</sub> on top if the failure comes first.
 *
 * @param acting C<sub>a</sub>, what a move costs; in seconds of outage of a workload of medium criticality
 * @param waiting C<sub>u</sub>, what an unplanned outage costs; in the same unit, positive
 * @param inTime e, probability that a move begun now ends before the failure; above 0 and at most 1
 */
record CostBalance(double acting, double waiting, double inTime) {

    /** <i>C<sub>a</sub> / (e C<sub>u</sub>)</i>; at 1 and above moving never pays before the failure. */
    double threshold() {
        return acting / (inTime * waiting);
    }
}
