package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.RemainingLife;
import io.lifeboat.engine.telemetry.Cadence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells predictions that were made on the clock of a slower cadence in real time. One that was not made anew stays the same. Not thread-safe. */
final class RealTime {

    private final Cadence cadence;
    private final List<Prediction> made = new ArrayList<>();
    private final List<Prediction> told = new ArrayList<>();
    private List<Prediction> last = List.of();

    RealTime(Cadence cadence) {
        this.cadence = cadence;
    }

    /** @param now when those were made that are new */
    List<Prediction> of(Instant now, List<Prediction> slowed) {
        if (cadence.isLive()) {
            return slowed;
        }
        if (slowed.size() < made.size()) {
            // Nodes have left, and others have moved up to their places.
            made.clear();
            told.clear();
        }
        boolean changed = slowed.size() != last.size();
        for (int i = 0; i < slowed.size(); i++) {
            Prediction prediction = slowed.get(i);
            if (i == made.size()) {
                made.add(prediction);
                told.add(told(now, prediction));
                changed = true;
            } else if (made.get(i) != prediction) {
                made.set(i, prediction);
                told.set(i, told(now, prediction));
                changed = true;
            }
        }
        last = changed ? List.copyOf(told) : last;
        return last;
    }

    private Prediction told(Instant now, Prediction slowed) {
        return slowed.withTimes(
                now, cadence.real(slowed.horizon()), slowed.remainingLife().map(this::told));
    }

    private RemainingLife told(RemainingLife slowed) {
        return new RemainingLife(
                cadence.real(slowed.expected()), cadence.real(slowed.lowerBound()), slowed.guaranteed());
    }
}
