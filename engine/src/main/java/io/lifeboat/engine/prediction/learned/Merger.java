package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.prediction.Guarantee;
import io.lifeboat.engine.prediction.Interval;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Merges the opinions on one component of all nodes. */
interface Merger {

    /** The model in use; another object once it is another one. */
    ComponentModel model();

    /** What that model promises. */
    Guarantee guarantee();

    /** How well a probability of 0 is known. */
    default Interval atRest() {
        return model().merge().reliability().interval(0);
    }

    /** Whether it learns from what it is asked, and so must be asked of every node, in one thread. */
    default boolean learns() {
        return false;
    }

    /** Models that are to see what those in use see, without consequences; null if there are none. */
    default @Nullable ComponentModel challenger() {
        return null;
    }

    /** What these would have claimed of the node that is asked for next; not a number if they broke. */
    default void challenged(String node, double claim) {}

    /** The merged and calibrated probability. */
    double probability(String node, Instant now, double[] opinions);

    /** One that stays as it was trained. */
    static Merger fixed(ComponentModel model) {
        return new Fixed(
                model, model.merge().guarantee(), model.merge().reliability().interval(0));
    }

    /** Never changes. */
    record Fixed(ComponentModel model, Guarantee guarantee, Interval atRest) implements Merger {
        @Override
        public double probability(String node, Instant now, double[] opinions) {
            return model.merge().probability(opinions);
        }
    }
}
