package io.lifeboat.engine.alert;

import io.lifeboat.engine.prediction.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether a critical alert is believed enough to move work: by one signal that is a failure in itself (uncorrected memory errors, failed
 * reads and writes, anything beyond its tolerance), by two independent signal families of the node, by two kinds of models that
 * judge the same component by signals of different families, by one signal that rises along a line beyond its tolerance (noise steps, it does not ramp), or by one family that
 * has gone on speaking, in several predictions. The silence of a node is no matter of probability: it counts
 * together with what the platform says of the node.
 *
 * @param settings how many, and how long
 */
public record Quorum(QuorumSettings settings) {

    /**
     * Judges a node.
     *
     * @param critical the voices of its components with an open critical alert; not empty
     * @param others the voices of its components with an open warning
     */
    public Confirmation judge(Instant now, Collection<Voice> critical, Collection<Voice> others) {
        Map<String, Voice.Speech> signals = new TreeMap<>();
        others.forEach(voice ->
                voice.signals().keySet().forEach(family -> signals.put(family, new Voice.Speech(now, 0))));
        Set<String> models = Set.of();
        for (Voice voice : critical) {
            Evidence fatal = voice.fatal();
            if (fatal != null) {
                return new Confirmation(true, "it is a failure already: " + fatal.reason());
            }
            signals.putAll(voice.signals());
            models = voice.grounds() >= settings.families() ? voice.models() : models;
        }
        if (signals.size() >= settings.families()) {
            return new Confirmation(true, "independent signals agree: " + String.join(", ", signals.keySet()));
        }
        if (models.size() >= settings.families()) {
            return new Confirmation(true, "independent models agree: " + String.join(", ", new TreeSet<>(models)));
        }
        for (Voice voice : critical) {
            Evidence rising = voice.rising();
            if (rising != null) {
                return new Confirmation(true, "one signal that rises steadily: " + rising.reason());
            }
        }
        return persistence(now, signals);
    }

    private Confirmation persistence(Instant now, Map<String, Voice.Speech> signals) {
        String told = signals.isEmpty()
                ? "nothing speaks any more"
                : "one signal alone: " + String.join(", ", signals.keySet());
        Optional<Duration> longest = signals.values().stream()
                .filter(speech -> speech.times() >= settings.predictions())
                .map(speech -> Duration.between(speech.since(), now))
                .max(Duration::compareTo);
        if (longest.filter(lasted -> lasted.compareTo(settings.persistence()) >= 0)
                .isPresent()) {
            return new Confirmation(true, told + ", for " + seconds(longest.orElseThrow()));
        }
        return new Confirmation(
                false,
                told + ", for less than " + seconds(settings.persistence()) + " or " + settings.predictions()
                        + " predictions; waits for a second one, or for it to last");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toNanos() / 1e9);
    }
}
