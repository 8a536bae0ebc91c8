package io.lifeboat.engine.evaluate.local;

import io.lifeboat.engine.EngineEvent;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.RemainingLife;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was said, from onset to failure, of the remaining life of a component that failed. Moments of one failure are not
 * independent, so a failure counts once: its bounds held if every one of them did.
 *
 * @param said moments at which a remaining life was given
 * @param guaranteed those of them whose bound was guaranteed
 * @param guaranteedHeld whether it outlived every guaranteed bound
 * @param held whether it outlived every bound
 * @param promised sum of all bounds, in seconds
 * @param lived sum of what came instead, in seconds
 */
record LifeBounds(int said, int guaranteed, boolean guaranteedHeld, boolean held, double promised, double lived) {

    static final LifeBounds NONE = new LifeBounds(0, 0, true, true, 0, 0);

    static LifeBounds of(List<EngineEvent.Predicted> events, Truth failure) {
        Instant end = failure.failedAt().orElseThrow();
        LifeBounds sum = NONE;
        for (EngineEvent.Predicted event : events) {
            boolean running =
                    !event.at().isBefore(failure.onset()) && !event.at().isAfter(end);
            if (running && event.node().equals(failure.node())) {
                for (RemainingLife life : lives(event, failure)) {
                    sum = sum.and(life, Duration.between(event.at(), end));
                }
            }
        }
        return sum;
    }

    private static List<RemainingLife> lives(EngineEvent.Predicted event, Truth failure) {
        List<RemainingLife> lives = new ArrayList<>();
        for (Prediction prediction : event.predictions()) {
            Optional<RemainingLife> life = prediction.remainingLife();
            if (prediction.component() == failure.component()) {
                life.ifPresent(lives::add);
            }
        }
        return lives;
    }

    private LifeBounds and(RemainingLife life, Duration left) {
        boolean outlived = life.lowerBound().compareTo(left) <= 0;
        return new LifeBounds(
                said + 1,
                guaranteed + (life.guaranteed() ? 1 : 0),
                guaranteedHeld && (outlived || !life.guaranteed()),
                held && outlived,
                promised + life.lowerBound().toNanos() / 1e9,
                lived + left.toNanos() / 1e9);
    }
}
