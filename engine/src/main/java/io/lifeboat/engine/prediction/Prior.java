package io.lifeboat.engine.prediction;

import io.lifeboat.engine.model.calibration.Logits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What prior knowledge of a device does to a probability. Internal to the engine's predictors. Immutable.
 *
 * @param shift added to the log-odds of a model that learned from other devices: ln(&lambda; of this device / &lambda; of those), at most 2
 *     either way, so that a prior alone never decides; 0 if it is not known what the model learned from
 * @param least the prior probability to fail within the horizon
 * @param words where they come from, as one text or none; asked when somebody wants to read them
 */
public record Prior(double shift, double least, Supplier<List<String>> words) {

    /** Nothing is known: everything stays as it is, to the bit. */
    public static final Prior NONE = new Prior(0, 0, List::of);

    private static final double MOST = 2;

    /** From a third more often or more seldom on the reader is told. */
    private static final double WORTH_TELLING = Math.log(4 / 3.0);

    private static final double SHARE_WORTH_TELLING = 0.05;

    static Prior beside(PriorHazard hazard, double trained) {
        if (Double.isNaN(trained)) {
            return new Prior(0, hazard.within(), () -> List.of(hazard.words()));
        }
        double shift = Math.max(-MOST, Math.min(MOST, Math.log(hazard.perYear() / trained)));
        return new Prior(
                shift,
                hazard.within(),
                () -> List.of(String.format(
                        Locale.ROOT,
                        "%s, those that were learned from %.1f %%",
                        hazard.words(),
                        100 * -Math.expm1(-trained))));
    }

    /** A probability of a model as it is for this device. One of 0 stays, for there is nothing to shift. */
    public double shifted(double probability) {
        return shift == 0 || probability == 0 ? probability : Logits.sigmoid(Logits.logit(probability) + shift);
    }

    /** At least the prior probability. */
    public double floored(double probability) {
        return Math.max(probability, least);
    }

    /** The range as it is for this device. */
    public Interval shifted(Interval interval) {
        return shift == 0 ? interval : new Interval(shifted(interval.low()), shifted(interval.high()));
    }

    /** The promise as it is for this device: an alarm at the new floor is one at the old floor without the shift. */
    public Guarantee shifted(Guarantee guarantee) {
        return shift == 0 || !guarantee.isGiven()
                ? guarantee
                : new Guarantee(guarantee.falseAlarmRate(), shifted(guarantee.floor()));
    }

    /** The reasons, with the prior told beside the strongest if it matters for this probability. */
    public List<Evidence> told(List<Evidence> evidence, double probability) {
        boolean matters = Math.abs(shift) >= WORTH_TELLING || least > SHARE_WORTH_TELLING * probability;
        if (!matters || evidence.isEmpty()) {
            return evidence;
        }
        List<Evidence> told = new ArrayList<>(evidence);
        Evidence first = evidence.get(0);
        told.set(
                0,
                new Evidence(
                        first.metric(),
                        first.reason() + "; " + String.join("", words.get()),
                        first.contribution(),
                        first.course()));
        return told;
    }

    /** What the rules say together with the prior. */
    Prediction with(Prediction rules) {
        double probability = 1 - (1 - rules.probability()) * (1 - least);
        return rules.withJudgement(probability, rules.health() * (1 - least), told(rules.evidence(), probability));
    }
}
