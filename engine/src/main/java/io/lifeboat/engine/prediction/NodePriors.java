package io.lifeboat.engine.prediction;

import io.lifeboat.engine.cluster.Component;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The prior hazards of one node, found anew once an hour, or once a horizon if that is shorter: devices age slowly. Internal to the engine's
 * predictors. Not thread-safe, but different threads may ask of different nodes.
 */
public final class NodePriors {

    /** Knows nothing and remembers nothing: shared by all nodes of fleets without data of the makers. */
    private static final NodePriors NOTHING = new NodePriors("", PriorHazards.NONE);

    private static final Duration AT_MOST = Duration.ofHours(1);

    private final String node;
    private final PriorHazards priors;
    private final @Nullable Known[] known = new Known[Component.values().length];

    /** What was found, for what horizon, and until when it holds. */
    private record Known(Optional<PriorHazard> hazard, Duration horizon, Instant until) {}

    private NodePriors(String node, PriorHazards priors) {
        this.node = node;
        this.priors = priors;
    }

    /** Those of a node. */
    public static NodePriors of(String node, PriorHazards priors) {
        return priors == PriorHazards.NONE ? NOTHING : new NodePriors(node, priors);
    }

    /**
     * What the rules say together with the prior: p = 1 &minus; (1 &minus; p<sub>rules</sub>)(1 &minus; p<sub>prior</sub>). What abstains goes
     * on doing so, and without a prior it is the very same prediction.
     */
    public Prediction with(Prediction rules) {
        if (priors == PriorHazards.NONE || rules.abstained()) {
            return rules;
        }
        Prior prior = of(rules.component(), rules.at(), rules.horizon(), Double.NaN);
        return prior.least() == 0 ? rules : prior.with(rules);
    }

    /**
     * What a model has to take into account.
     *
     * @param trained failures a year of the devices that the model learned from; not a number if that is not known
     */
    public Prior of(Component component, Instant now, Duration horizon, double trained) {
        return priors == PriorHazards.NONE
                ? Prior.NONE
                : hazard(component, now, horizon)
                        .map(hazard -> Prior.beside(hazard, trained))
                        .orElse(Prior.NONE);
    }

    private Optional<PriorHazard> hazard(Component component, Instant now, Duration horizon) {
        Known last = known[component.ordinal()];
        if (last == null || !last.horizon().equals(horizon) || !now.isBefore(last.until())) {
            last = new Known(
                    priors.of(node, component, now, horizon),
                    horizon,
                    now.plus(horizon.compareTo(AT_MOST) < 0 ? horizon : AT_MOST));
            known[component.ordinal()] = last;
        }
        return last.hazard();
    }
}
