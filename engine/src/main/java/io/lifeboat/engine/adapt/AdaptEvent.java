package io.lifeboat.engine.adapt;

import java.time.Instant;

/** Something that happened to a model while it ran. Version 0 is the fallback that needs no training. */
public sealed interface AdaptEvent {

    /** When, by the caller's clock. */
    Instant at();

    /** For a reader of the report. */
    String words();

    /** A stored model could not be used, and another took its place. */
    record FellBack(Instant at, int to, String reason) implements AdaptEvent {
        @Override
        public String words() {
            return "Fell back to %s: %s".formatted(AdaptWords.version(to), reason);
        }
    }

    /** What was known of outcomes is not there after a restart. */
    record LabelsLost(Instant at, String reason) implements AdaptEvent {
        @Override
        public String words() {
            return reason;
        }
    }

    /** Inputs, scores or outcomes are no longer as they were. */
    record DriftNoticed(Instant at, Drift drift) implements AdaptEvent {
        @Override
        public String words() {
            return drift.words();
        }
    }

    /** A new model is being trained. */
    record RetrainingStarted(Instant at, String reason) implements AdaptEvent {
        @Override
        public String words() {
            return "Retraining began: " + reason;
        }
    }

    /** No new model came of it. */
    record RetrainingFailed(Instant at, String reason) implements AdaptEvent {
        @Override
        public String words() {
            return "Retraining came to nothing: " + reason;
        }
    }

    /** A new model scores beside the one in use, without consequences. */
    record ShadowBegan(Instant at, int challenger, int champion) implements AdaptEvent {
        @Override
        public String words() {
            return "Version %d runs in the shadow of %s.".formatted(challenger, AdaptWords.version(champion));
        }
    }

    /** The new model looks no worse, but too little of what was acted on can be judged; told once. */
    record PromotionWithheld(Instant at, int version, String reason) implements AdaptEvent {
        @Override
        public String words() {
            return "Version %d stays in the shadow for now. %s".formatted(version, reason);
        }
    }

    /** The new model is in use, on probation. */
    record Promoted(Instant at, int version, int previous, String reason) implements AdaptEvent {
        @Override
        public String words() {
            return "Version %d took over from %s. %s".formatted(version, AdaptWords.version(previous), reason);
        }
    }

    /** The new model was no good. */
    record Rejected(Instant at, int version, String reason) implements AdaptEvent {
        @Override
        public String words() {
            return "Version %d was rejected. %s".formatted(version, reason);
        }
    }

    /** The new model has kept what it promised. */
    record Confirmed(Instant at, int version, String reason) implements AdaptEvent {
        @Override
        public String words() {
            return "Version %d was confirmed. %s".formatted(version, reason);
        }
    }

    /** The model in use failed and was taken back. */
    record RolledBack(Instant at, int from, int to, String reason) implements AdaptEvent {
        @Override
        public String words() {
            return "Version %d was taken back, %s serves. %s".formatted(from, AdaptWords.version(to), reason);
        }
    }
}
