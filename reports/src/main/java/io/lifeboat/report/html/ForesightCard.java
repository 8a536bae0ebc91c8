package io.lifeboat.report.html;

import io.lifeboat.report.AlertResult;
import io.lifeboat.report.FaultResult;
import io.lifeboat.report.Foresight;
import io.lifeboat.report.PredictionSentence;
import io.lifeboat.report.journal.JournalEntry.Grounds;
import io.lifeboat.report.journal.JournalEntry.Guarantee;
import io.lifeboat.report.journal.JournalEntry.Opinion;
import io.lifeboat.report.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One fault: how early it was seen, what was decided when, and on which grounds. */
final class ForesightCard {

    private static final int MOST_REASONS = 5;

    private ForesightCard() {}

    static Element of(Foresight foresight) {
        FaultResult fault = foresight.fault();
        String name = Texts.words(fault.type()) + " on " + fault.node() + (fault.simulated() ? " (SIMULATED)" : "");
        Element columns = Element.of("div", steps(foresight)).css("nodes");
        foresight.decisive().ifPresent(alert -> columns.add(reasons(alert)).add(models(alert)));
        Element card = Element.of("div", Element.of("h3", name + ": " + headline(foresight)), columns)
                .css("card foresight");
        foresight.decisive().ifPresent(alert -> card.add(guarantee(alert)));
        return card;
    }

    private static String headline(Foresight foresight) {
        if (foresight.lead().isPresent()) {
            return PredictionSentence.warned(foresight.lead().get());
        }
        if (foresight.fault().runUp().isPresent()) {
            return "failed without a warning";
        }
        String noticed = foresight
                .noticed()
                .map(Texts::duration)
                .map(time -> "detected " + time + " after")
                .orElse("never detected");
        return foresight.fault().struckAtOnce()
                ? "no run-up: nothing to predict; " + noticed
                : "it never failed; " + noticed;
    }

    private static Element steps(Foresight foresight) {
        Element list = Element.of("dl").css("facts");
        foresight.tiers().forEach((tier, at) -> step(list, Texts.words(tier), Optional.of(at)));
        step(list, "Move decided", foresight.decided());
        step(list, "Serving elsewhere", foresight.serving());
        FaultResult fault = foresight.fault();
        step(
                list,
                fault.crashedAt().isPresent() ? "Crash" : "Full severity",
                fault.failedAt().map(at -> at.minus(fault.injectedAt())));
        return Element.of("div", Element.of("p", "Since the injection").css("soft"), list);
    }

    private static void step(Element list, String name, Optional<Duration> at) {
        list.add(Element.of("dt", name))
                .add(Element.of("dd", at.map(Texts::duration).orElse("–")));
    }

    private static Element reasons(AlertResult alert) {
        Element part = Element.of(
                "div",
                Element.of(
                                "p",
                                "Decisive: %s at %s, %s%s of a %s failure within %s%s; threshold %s"
                                        .formatted(
                                                Texts.words(alert.tier()).toLowerCase(Locale.ROOT),
                                                Texts.duration(alert.at()),
                                                Texts.percent(alert.probability()),
                                                interval(alert),
                                                Texts.words(alert.component()),
                                                Texts.duration(alert.horizon()),
                                                LifeText.after(alert),
                                                Texts.percent(alert.threshold())))
                        .css("soft"));
        List<Double> shares = alert.grounds().map(Grounds::contributions).orElse(List.of());
        for (int i = 0; i < Math.min(MOST_REASONS, alert.reasons().size()); i++) {
            String reason = alert.reasons().get(i);
            part.add(
                    i < shares.size()
                            ? bar(reason + " — " + Texts.percent(shares.get(i)) + " of it", shares.get(i))
                            : Element.of("p", reason));
        }
        return part;
    }

    private static String interval(AlertResult alert) {
        return alert.grounds()
                .flatMap(grounds -> {
                    Double low = grounds.low();
                    Double high = grounds.high();
                    return low == null || high == null
                            ? Optional.<String>empty()
                            : Optional.of(" (%s to %s)".formatted(Texts.percent(low), Texts.percent(high)));
                })
                .orElse("");
    }

    private static Element models(AlertResult alert) {
        List<Opinion> opinions = alert.grounds().map(Grounds::opinions).orElse(List.of());
        Element part = Element.of("div", Element.of("p", "What each model said").css("soft"));
        if (opinions.isEmpty()) {
            return part.add(Element.of("p", "The journal does not tell."));
        }
        opinions.stream()
                .filter(opinion -> !opinion.abstained())
                .forEach(opinion -> part.add(
                        bar(opinion.model() + ": " + Texts.percent(opinion.probability()), opinion.probability())));
        List<String> silent = new ArrayList<>();
        opinions.stream().filter(Opinion::abstained).map(Opinion::model).forEach(silent::add);
        return silent.isEmpty()
                ? part
                : part.add(Element.of("p", "Abstained: " + String.join(", ", silent))
                        .css("soft"));
    }

    private static Element guarantee(AlertResult alert) {
        Guarantee promised = alert.grounds().map(Grounds::guarantee).orElse(null);
        return Element.of(
                        "p",
                        promised == null
                                ? "No guarantee about false alarms was given."
                                : "Guarantee: of healthy devices like those calibrated on, at most %s ever show %s."
                                        .formatted(Texts.percent(promised.falseAlarmRate()), from(promised.floor())))
                .css("soft");
    }

    /** Of most healthy devices models say nothing at all: then the floor is the least number above 0, which the journal rounds. */
    private static String from(double floor) {
        return floor == 0 ? "more than 0 %" : Texts.percent(floor) + " or more";
    }

    /** The text says it all: the bar is for the eye only. */
    private static Element bar(String text, double share) {
        Element drawing = Element.of(
                        "svg", Svg.rect(0, 0, 100, 6, "phase"), Svg.rect(0, 0, 100 * Math.min(1, share), 6, "bar"))
                .with("viewBox", "0 0 100 6")
                .with("preserveAspectRatio", "none")
                .with("aria-hidden", "true")
                .css("share");
        return Element.of("div", Element.of("p", text), drawing);
    }
}
