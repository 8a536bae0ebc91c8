package io.lifeboat.engine.prediction;

import io.lifeboat.engine.telemetry.Metric;
import java.util.Optional;

/**
 * What one model says of one component, before the opinions are combined.
 *
 * @param model name of the model, such as "trend" or "gradient boosting"
 * @param probability of failure within the horizon, by this model alone, 0 to 1; 0 when abstaining
 * @param abstained true when this model had too little data to say anything
 * @param about the signal on which it rests most; empty if it rests on none, or none is known
 */
public record Opinion(String model, double probability, boolean abstained, Optional<Metric> about) {

    public Opinion {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "probability (%s) of model \"%s\" must be within 0 and 1.".formatted(probability, model));
        }
    }

    /** An opinion that names no signal. */
    public Opinion(String model, double probability, boolean abstained) {
        this(model, probability, abstained, Optional.empty());
    }

    /** A model that has nothing to say. */
    public static Opinion abstained(String model) {
        return new Opinion(model, 0, true);
    }
}
