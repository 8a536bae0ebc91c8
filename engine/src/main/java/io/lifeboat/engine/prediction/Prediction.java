package io.lifeboat.engine.prediction;

import io.lifeboat.engine.cluster.Component;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is expected of one component of one node.
 *
 * @param node id of the node
 * @param component the part of the node
 * @param at when the prediction was made
 * @param horizon how far it looks ahead
 * @param probability that the component fails within the horizon, 0 to 1; 0 when abstaining
 * @param interval where that probability may as well lie, as far as the data it was calibrated on can tell
 * @param health 100 for a component as good as new, 0 for one that is failing
 * @param evidence the strongest reasons first; may be {@link Deferred}
 * @param opinions what each model said by itself, in a fixed order; may be {@link Deferred}
 * @param guarantee the false alarms promised; {@link Guarantee#NONE} when too little was learned to promise any
 * @param abstained true when there was too little data to say anything
 * @param remainingLife how long it still works if it is failing; empty while nothing heads for a tolerance
 */
public record Prediction(
        String node,
        Component component,
        Instant at,
        Duration horizon,
        double probability,
        Interval interval,
        double health,
        List<Evidence> evidence,
        List<Opinion> opinions,
        Guarantee guarantee,
        boolean abstained,
        Optional<RemainingLife> remainingLife) {

    public Prediction {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability (%s) must be within 0 and 1.".formatted(probability));
        }
        if (!(health >= 0 && health <= 100)) {
            throw new IllegalArgumentException("health (%s) must be within 0 and 100.".formatted(health));
        }
        evidence = unchanging(evidence);
        opinions = unchanging(opinions);
    }

    /** A prediction that does not say how long the component still works. */
    public Prediction(
            String node,
            Component component,
            Instant at,
            Duration horizon,
            double probability,
            Interval interval,
            double health,
            List<Evidence> evidence,
            List<Opinion> opinions,
            Guarantee guarantee,
            boolean abstained) {
        this(
                node,
                component,
                at,
                horizon,
                probability,
                interval,
                health,
                evidence,
                opinions,
                guarantee,
                abstained,
                Optional.empty());
    }

    /**
     * The same of a component about which something can be said after all.
     *
     * @param reasons the strongest first
     */
    public Prediction withJudgement(double otherProbability, double otherHealth, List<Evidence> reasons) {
        return new Prediction(
                node,
                component,
                at,
                horizon,
                otherProbability,
                interval,
                otherHealth,
                reasons,
                opinions,
                guarantee,
                false,
                remainingLife);
    }

    /** The same by another clock. */
    public Prediction withTimes(Instant otherAt, Duration otherHorizon, Optional<RemainingLife> otherLife) {
        return new Prediction(
                node,
                component,
                otherAt,
                otherHorizon,
                probability,
                interval,
                health,
                evidence,
                opinions,
                guarantee,
                abstained,
                otherLife);
    }

    /** The same, made at another time. */
    public Prediction at(Instant other) {
        return other.equals(at) ? this : withTimes(other, horizon, remainingLife);
    }

    private static <E> List<E> unchanging(List<E> list) {
        return list instanceof Deferred ? list : List.copyOf(list);
    }
}
