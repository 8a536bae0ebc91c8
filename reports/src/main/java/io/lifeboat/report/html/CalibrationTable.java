package io.lifeboat.report.html;

import io.lifeboat.report.Calibration;
import io.lifeboat.report.PredictionSentence;
import io.lifeboat.report.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Probabilities against what happened. */
final class CalibrationTable {

    private CalibrationTable() {}

    static List<Element> of(String caption, Calibration calibration) {
        if (calibration.seconds() <= 0) {
            return List.of(Element.of("p", "Nothing was predicted whose outcome is known.")
                    .css("soft"));
        }
        return List.of(
                Element.of("p", words(calibration)),
                Tables.of(
                        caption,
                        List.of("Probability", "Component time", "Mean probability", "Failed within the horizon"),
                        calibration.bins().stream()
                                .filter(bin -> bin.seconds() > 0)
                                .map(CalibrationTable::row)
                                .toList()));
    }

    private static List<String> row(Calibration.Bin bin) {
        return List.of(
                "%.0f to %.0f %%".formatted(bin.from() * 100, bin.to() * 100),
                PredictionSentence.componentTime(bin.seconds()),
                Texts.percent(bin.probability() / bin.seconds()),
                Texts.percent(bin.failed() / bin.seconds()));
    }

    private static String words(Calibration calibration) {
        String counts =
                "Expected %s of component time ahead of a failure, there were %s. Brier score %s (%s for always saying the base rate). Mean probability %s while a failure was coming, %s while none was."
                        .formatted(
                                PredictionSentence.componentTime(calibration.expected()),
                                PredictionSentence.componentTime(calibration.failed()),
                                score(calibration.brierScore()),
                                score(calibration.brierOfBaseRate()),
                                Texts.percent(calibration.meanWhenFailing()),
                                Texts.percent(calibration.meanWhenHolding()));
        return calibration.saysEnough()
                ? counts
                : "%s Too few failures (%d, at least %d are needed) to judge the probabilities by."
                        .formatted(counts, calibration.failures(), Calibration.ENOUGH);
    }

    private static String score(OptionalDouble score) {
        return score.isPresent() ? String.format(Locale.ROOT, "%.4f", score.getAsDouble()) : Texts.MISSING;
    }
}
