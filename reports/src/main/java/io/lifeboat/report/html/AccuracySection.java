package io.lifeboat.report.html;

import io.lifeboat.report.Accuracy;
import io.lifeboat.report.PredictionSentence;
import io.lifeboat.report.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How well the failures of all runs of an index were foreseen. */
final class AccuracySection {

    private AccuracySection() {}

    static List<Element> of(List<Accuracy> all) {
        List<Element> parts = new ArrayList<>();
        List<Accuracy> predicted = all.stream()
                .filter(one -> one.calibration().seconds() > 0 || one.healthySeconds() > 0)
                .toList();
        if (predicted.isEmpty()) {
            return parts;
        }
        parts.add(Element.of("h2", "Prediction over all tests"));
        parts.add(Tables.of(
                "Warnings ahead of failures that had a run-up, and false alarms",
                List.of("Runs", "Tests", "Warned", "Median lead", "Least lead", "False alarms", "In an hour"),
                predicted.stream().map(AccuracySection::row).toList()));
        for (Accuracy one : predicted) {
            parts.add(Element.of("h3", one.name() + ": were the probabilities right?"));
            parts.addAll(CalibrationTable.of(one.name() + ", by probability", one.calibration()));
        }
        return parts;
    }

    private static List<String> row(Accuracy one) {
        int failures = one.leads().size() + one.unwarned();
        return List.of(
                one.name(),
                Texts.count(one.runs()),
                failures == 0
                        ? "no failure with a run-up"
                        : "%d of %d failures".formatted(one.leads().size(), failures),
                one.medianLead()
                        .map(AccuracySection::lead)
                        .orElse("too few to say, at least %d are needed".formatted(Accuracy.ENOUGH)),
                one.leastLead().map(AccuracySection::lead).orElse("–"),
                "%s in %s of healthy component time"
                        .formatted(
                                Texts.count(one.falseAlarms()), PredictionSentence.componentTime(one.healthySeconds())),
                one.falseAlarmsPerHour().map(rate -> perHour(one, rate)).orElse(Texts.MISSING));
    }

    private static String lead(Duration lead) {
        return lead.isNegative() ? Texts.duration(lead.negated()) + " too late" : Texts.duration(lead);
    }

    private static String perHour(Accuracy one, double rate) {
        String number = String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%.0f", rate);
        return one.falseAlarms() == 0
                ? "below " + number + " a component (95 %)"
                : number + " a component" + (one.falseAlarms() < Accuracy.ENOUGH ? " (too few to rely on)" : "");
    }
}
