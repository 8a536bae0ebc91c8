package io.lifeboat.engine.adapt;

import java.io.IOException;

/**
 * A new model in the shadow of the one in use.
 *
 * @param watch knows what the challenger has learned from, and is watched by once it is promoted
 * @param withheld whether it was told that it must not take over yet
 */
record Challenge(Serving challenger, DriftWatch watch, ShadowTrial trial, boolean withheld) {

    /** Puts a trained model on the shelf and reads it back: what is tried is what would be there after a restart. */
    static <M extends Scorer> Challenge by(
            Retrained<M> retrained, ModelShelf<M> shelf, DriftWatch watch, ShadowTrial trial) throws IOException {
        int version = shelf.add(retrained.model());
        return new Challenge(new Serving(version, shelf.load(version)), watch, trial, false);
    }

    int version() {
        return challenger.version();
    }

    /** The same challenger, tried from the beginning: it has another one to beat. */
    Challenge against(ShadowTrial anew) {
        return new Challenge(challenger, watch, anew, false);
    }

    /** The same, once it was told that it must not take over yet. */
    Challenge told() {
        return new Challenge(challenger, watch, trial, true);
    }

    /** Whether this one and no other scored in the shadow when the version in use claimed. */
    boolean scored(Sample sample, int champion) {
        return sample.version() == champion && sample.challenger() == version();
    }
}
