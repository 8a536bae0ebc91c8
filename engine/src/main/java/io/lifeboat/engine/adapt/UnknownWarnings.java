package io.lifeboat.engine.adapt;

import java.util.HashSet;
import java.util.Set;

/**
 * The warnings of champion or challenger of which nobody knows what would have become, since the engine acted on them. If these are many, a
 * challenger that loses all the failures that were prevented looks no worse. A device that stays out of observation counts once.
 */
final class UnknownWarnings {

    private final double warning;

    /** Only looked up, never walked through. */
    private final Set<String> out = new HashSet<>();

    private int known;
    private int unknown;

    /** @param warning probability from which it is one */
    UnknownWarnings(double warning) {
        this.warning = warning;
    }

    /** The outcome became known. */
    void known(String device, double champion, double challenger) {
        out.remove(device);
        known += isWarning(champion, challenger) ? 1 : 0;
    }

    /** It never will. */
    void unknown(String device, double champion, double challenger) {
        if (isWarning(champion, challenger) && out.add(device)) {
            unknown++;
        }
    }

    /** One that broke gives no warning. */
    private boolean isWarning(double champion, double challenger) {
        return champion >= warning || challenger >= warning;
    }

    /** Of all warnings, 0 to 1; 0 if there was none. */
    double share() {
        return unknown == 0 ? 0 : unknown / (double) (known + unknown);
    }

    String words() {
        return "Of %d warnings nobody knows what would have become of %d, since they were acted on."
                .formatted(known + unknown, unknown);
    }
}
