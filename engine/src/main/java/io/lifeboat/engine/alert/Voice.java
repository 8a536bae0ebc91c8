package io.lifeboat.engine.alert;

import io.lifeboat.engine.prediction.Evidence;
import io.lifeboat.engine.prediction.Opinion;
import io.lifeboat.engine.prediction.Prediction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks for the failure of one component, and since when. Not thread-safe.
 *
 * <p>A signal family speaks while its share of the probability is at or above the warning threshold, a model while its own probability is;
 * both are forgotten only once the probability is clearly below, so that one noisy prediction does not begin the time anew.
 */
public final class Voice {

    /** Stands for whatever raised a prediction that names no signal. */
    static final String UNNAMED = "unnamed signal";

    /**
     * How long something has spoken.
     *
     * @param since the first prediction
     * @param times in how many predictions
     */
    record Speech(Instant since, int times) {

        private Speech again() {
            return new Speech(since, times + 1);
        }
    }

    private final AlertSettings settings;
    private final SignalFamily families;
    private final Map<String, Speech> signals = new LinkedHashMap<>();
    private final Map<String, Opinion> models = new TreeMap<>();
    private @Nullable Evidence fatal;
    private @Nullable Evidence rising;

    public Voice(AlertSettings settings, SignalFamily families) {
        this.settings = settings;
        this.families = families;
    }

    /** Takes in one prediction, which must not be an abstention. */
    public void hear(Instant now, Prediction prediction, Thresholds thresholds) {
        double probability = prediction.probability();
        if (probability < settings.offRatio() * thresholds.warning()) {
            silence();
        } else if (probability >= thresholds.warning()) {
            signals(now, prediction, thresholds.warning());
            models(prediction, thresholds.warning());
        }
    }

    /** Nothing is known: no time passes for what spoke. */
    public void silence() {
        if (!signals.isEmpty()) {
            signals.clear();
            models.clear();
            fatal = null;
            rising = null;
        }
    }

    /** Whether nobody speaks. */
    public boolean isSilent() {
        return signals.isEmpty();
    }

    private void signals(Instant now, Prediction prediction, double threshold) {
        Set<String> speaking = new TreeSet<>();
        fatal = null;
        rising = null;
        Evidence strongest = null;
        for (Evidence evidence : prediction.evidence()) {
            strongest = strongest == null ? evidence : strongest;
            if (evidence.contribution() * prediction.probability() >= threshold) {
                speaking.add(families.of(evidence));
                fatal = fatal == null && families.isFatal(evidence) ? evidence : fatal;
                rising = rising == null && evidence.course() == Evidence.Course.RISING ? evidence : rising;
            }
        }
        if (speaking.isEmpty()) {
            // Many weak signals together: the strongest stands for them.
            speaking.add(strongest == null ? UNNAMED : families.of(strongest));
        }
        signals.keySet().retainAll(speaking);
        speaking.forEach(family -> signals.merge(family, new Speech(now, 1), (before, first) -> before.again()));
    }

    private void models(Prediction prediction, double threshold) {
        models.clear();
        for (Opinion opinion : prediction.opinions()) {
            if (!opinion.abstained() && opinion.probability() >= threshold) {
                models.merge(
                        families.of(opinion),
                        opinion,
                        (one, other) -> other.probability() > one.probability() ? other : one);
            }
        }
    }

    /** Signal families that speak, with how long they have. */
    Map<String, Speech> signals() {
        return signals;
    }

    /** Kinds of models that speak. */
    Set<String> models() {
        return models.keySet();
    }

    /** On how many signal families their opinions rest, the surest of each kind: two that look at one counter are one witness. */
    long grounds() {
        return models.values().stream().map(families::ofSignal).distinct().count();
    }

    /** A signal that needs no second witness, if there is one. */
    @Nullable
    Evidence fatal() {
        return fatal;
    }

    /** A signal on a steady way beyond its tolerance, if there is one. */
    @Nullable
    Evidence rising() {
        return rising;
    }
}
