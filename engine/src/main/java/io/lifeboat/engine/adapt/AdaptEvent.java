package io.lifeboat.engine.adapt;

import java.time.Instant;

/** Something that happened to a model while it ran. Version 0 is the fallback that needs no training. */
public sealed interface AdaptEvent {

    /** When, by the caller's clock. */
    Instant at();

    /** A stored model could not be used, and another took its place. */
    record FellBack(Instant at, int to, String reason) implements AdaptEvent {}

    /** Inputs, scores or outcomes are no longer as they were. */
    record DriftNoticed(Instant at, Drift drift) implements AdaptEvent {}

    /** A new model is being trained. */
    record RetrainingStarted(Instant at, String reason) implements AdaptEvent {}

    /** No new model came of it. */
    record RetrainingFailed(Instant at, String reason) implements AdaptEvent {}

    /** A new model scores beside the one in use, without consequences. */
    record ShadowBegan(Instant at, int challenger, int champion) implements AdaptEvent {}

    /** The new model is in use, on probation. */
    record Promoted(Instant at, int version, int previous, String reason) implements AdaptEvent {}

    /** The new model was no good. */
    record Rejected(Instant at, int version, String reason) implements AdaptEvent {}

    /** The new model has kept what it promised. */
    record Confirmed(Instant at, int version, String reason) implements AdaptEvent {}

    /** The model in use failed and was taken back. */
    record RolledBack(Instant at, int from, int to, String reason) implements AdaptEvent {}
}
