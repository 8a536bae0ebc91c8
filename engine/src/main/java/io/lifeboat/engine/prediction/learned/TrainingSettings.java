package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.model.classify.BoostingTrainer;
import io.lifeboat.engine.model.classify.ForestTrainer;
import io.lifeboat.engine.telemetry.Cadence;
import java.time.Duration;
import java.util.List;

/**
 * How models are trained. The same settings and runs give the same models to the bit, whatever the number of threads.
 *
 * @param horizon how far ahead the models look, positive
 * @param classifiers the names of the trainers, at least one
 * @param seed of all drawing
 * @param threads at least 1
 * @param cadence how often the telemetry comes that is trained on, and that will be predicted from
 */
public record TrainingSettings(Duration horizon, List<String> classifiers, long seed, int threads, Cadence cadence) {

    public TrainingSettings {
        classifiers = List.copyOf(classifiers);
        if (horizon.isNegative() || horizon.isZero() || classifiers.isEmpty() || threads < 1) {
            throw new IllegalArgumentException(
                    "horizon (%s) must be positive, classifiers (%s) not empty and threads (%d) at least 1."
                            .formatted(horizon, classifiers, threads));
        }
    }

    /** Gradient boosting and a random forest, one thread, live telemetry. */
    public static TrainingSettings of(Duration horizon, long seed) {
        return new TrainingSettings(horizon, List.of(BoostingTrainer.NAME, ForestTrainer.NAME), seed, 1, Cadence.LIVE);
    }

    /** The same with another number of threads, at least 1. */
    public TrainingSettings withThreads(int other) {
        return new TrainingSettings(horizon, classifiers, seed, other, cadence);
    }

    /** The same for telemetry that comes more or less often. */
    public TrainingSettings withCadence(Cadence other) {
        return new TrainingSettings(horizon, classifiers, seed, threads, other);
    }

    /** The same with other classifiers, by the names of their trainers. */
    public TrainingSettings withClassifiers(List<String> others) {
        return new TrainingSettings(horizon, others, seed, threads, cadence);
    }
}
