package io.lifeboat.fault;

/**
 * Proof that a fault took effect.
 *
 * @param hits how often the fault acted on the target (periods throttled, bits flipped, packets dropped …)
 * @param unit what a hit is, e.g. "periods throttled"
 * @param readBack what the injector read back from the system, in words
 */
public record InjectionEvidence(long hits, String unit, String readBack) {

    public boolean tookEffect() {
        return hits > 0;
    }
}
