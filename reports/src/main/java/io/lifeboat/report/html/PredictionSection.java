package io.lifeboat.report.html;

import io.lifeboat.report.AlertResult;
import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.Foresight;
import io.lifeboat.report.PredictedTime;
import io.lifeboat.report.PredictionSentence;
import io.lifeboat.report.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the engine foresaw, in ten seconds: each fault, the false alarms, and how far the probabilities can be trusted. */
final class PredictionSection {

    private static final int MOST_FAULTS = 6;
    private static final int MOST_ALARMS = 20;

    private PredictionSection() {}

    static List<Element> of(ExperimentResult result) {
        if (!result.engineWasHeard()) {
            return List.of(Element.of("p", "The engine made no prediction: it was off, or had no telemetry.")
                    .css("soft"));
        }
        List<Foresight> foresights = Foresight.of(result);
        List<Element> parts = new ArrayList<>();
        foresights.stream().limit(MOST_FAULTS).map(ForesightCard::of).forEach(parts::add);
        if (foresights.size() > MOST_FAULTS) {
            parts.add(Element.of("p", (foresights.size() - MOST_FAULTS) + " more faults are in the journal.")
                    .css("soft"));
        }
        parts.add(Element.of("h3", "False alarms"));
        parts.addAll(falseAlarms(result));
        parts.add(Element.of("h3", "Calibration: were the probabilities right?"));
        PredictedTime time = PredictedTime.of(result);
        parts.addAll(
                time.horizon().isPresent()
                        ? CalibrationTable.of(
                                "Probabilities of failure within " + Texts.duration(time.horizon())
                                        + ", and how often it came",
                                time.calibration())
                        : List.of(Element.of("p", "The journal does not tell how far the probabilities looked ahead.")
                                .css("soft")));
        return parts;
    }

    private static List<Element> falseAlarms(ExperimentResult result) {
        List<AlertResult> alarms = result.falseAlarms("WARNING");
        String words = PredictionSentence.falseAlarms(result);
        Element sentence = Element.of("p", words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".");
        if (alarms.isEmpty()) {
            return List.of(sentence);
        }
        return List.of(
                sentence,
                Tables.of(
                        "Warnings with no fault behind them",
                        List.of("At", "Tier", "Node", "Component", "Probability", "Reasons"),
                        alarms.stream()
                                .limit(MOST_ALARMS)
                                .map(PredictionSection::row)
                                .toList()));
    }

    private static List<String> row(AlertResult alert) {
        return List.of(
                Texts.duration(alert.at()),
                Texts.words(alert.tier()),
                alert.node(),
                Texts.words(alert.component()),
                Texts.percent(alert.probability()) + LifeText.after(alert),
                String.join("; ", alert.reasons()));
    }
}
