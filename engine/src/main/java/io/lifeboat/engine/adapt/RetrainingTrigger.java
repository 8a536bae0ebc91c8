package io.lifeboat.engine.adapt;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says when it is time to train again. */
final class RetrainingTrigger {

    private final AdaptSettings settings;
    private int sinceTraining;
    private int sinceDrift;
    private @Nullable Drift drift;
    private @Nullable Instant last;

    RetrainingTrigger(AdaptSettings settings) {
        this.settings = settings;
    }

    void labelled() {
        sinceTraining++;
        sinceDrift++;
    }

    boolean hasDrift() {
        return drift != null;
    }

    void drifted(Drift noticed) {
        drift = noticed;
        sinceDrift = 0;
    }

    /** Another model is in use: a drift seen with the last one says nothing of it. */
    void settled() {
        drift = null;
    }

    void started(Instant now) {
        last = now;
        sinceTraining = 0;
        drift = null;
    }

    Optional<String> reason(Instant now) {
        if (last != null && now.isBefore(last.plus(settings.retrainAtMostEvery()))) {
            return Optional.empty();
        }
        if (drift != null && sinceDrift >= settings.labelsAfterDrift()) {
            return Optional.of("%d labels after the drift of %s".formatted(sinceDrift, drift.what()));
        }
        return sinceTraining >= settings.newLabels()
                ? Optional.of("%d new labels".formatted(sinceTraining))
                : Optional.empty();
    }
}
