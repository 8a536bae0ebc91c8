package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.telemetry.Metric;
import org.jspecify.annotations.Nullable;

/** What a detector says of one moment, found out when somebody asks or with the next few moments. Thread-safe. */
final class Judgement {

    /** There was nothing to judge. */
    static final Judgement NONE = new Judgement(null);

    /** Who has yet to judge it; null once it is judged, so that nothing of the node is kept alive by it. */
    private volatile @Nullable Unusual open;

    private double score = Double.NaN;
    private @Nullable Metric about;

    Judgement(@Nullable Unusual open) {
        this.open = open;
    }

    /** @param about the signal that adds most; null if there is none */
    void become(double judged, @Nullable Metric signal) {
        score = judged;
        about = signal;
        open = null;
    }

    /** 0 or more; not a number if the detector abstained. */
    double score() {
        settle();
        return score;
    }

    /** The signal that adds most to the score; null if it is 0 or there is none. */
    @Nullable
    Metric about() {
        settle();
        return about;
    }

    private void settle() {
        Unusual judge = open;
        if (judge != null) {
            judge.settle();
        }
    }
}
