package io.lifeboat.engine.adapt;

/**
 * A version in the shadow of the one in use.
 *
 * @param withheld whether it was told that it must not take over yet
 */
record Challenge<M>(Version<M> challenger, ShadowTrial trial, boolean withheld) {

    Challenge(Version<M> challenger, TrialSettings settings) {
        this(challenger, new ShadowTrial(settings), false);
    }

    int version() {
        return challenger.number();
    }

    /** The same, once it was told that it must not take over yet. */
    Challenge<M> told() {
        return new Challenge<>(challenger, trial, true);
    }

    /** Whether this one and no other was asked. */
    boolean isOf(Claims claims) {
        return claims.challenger() == version();
    }
}
