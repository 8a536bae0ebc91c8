package io.lifeboat.engine.manufacturer;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.prediction.Tolerance.Direction;
import io.lifeboat.engine.telemetry.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A tolerance as it stands in the file: {@code 95}, or {@code 95, noise 4, weight 0.9}, or {@code 10, below, noise 1}. */
final class ToleranceText {

    private ToleranceText() {}

    static Tolerance parse(int line, String name, String text, Component component) throws Refusal {
        Metric metric = metric(line, name);
        requirePartOf(line, metric, component);
        Optional<Tolerance> usual = Tolerance.defaults().stream()
                .filter(tolerance -> tolerance.metric() == metric)
                .findFirst();
        String[] parts = text.split(",", -1);
        double limit = Numbers.any(line, name, parts[0].strip());
        double noise = usual.map(Tolerance::noiseFloor).orElse(Double.NaN);
        double weight = usual.map(Tolerance::weight).orElse(1.0);
        Direction direction = Direction.ABOVE;
        for (int i = 1; i < parts.length; i++) {
            String[] words = parts[i].strip().split("\\s+");
            if (words.length == 1 && words[0].equals("below")) {
                direction = Direction.BELOW;
            } else if (words.length == 2 && words[0].equals("noise")) {
                noise = Numbers.above0(line, "noise", words[1]);
            } else if (words.length == 2 && words[0].equals("weight")) {
                weight = Numbers.above0(line, "weight", words[1]);
            } else {
                throw new Refusal(line, unknownPart(parts[i].strip()));
            }
        }
        return tolerance(line, metric, limit, direction, noise, weight);
    }

    private static String unknownPart(String part) {
        return "'%s' is no part of a tolerance. Maybe write 'noise <number>', 'weight <number>' or 'below'; a number has no comma."
                .formatted(Spelling.printable(part));
    }

    private static Tolerance tolerance(
            int line, Metric metric, double limit, Direction direction, double noise, double weight) throws Refusal {
        if (Double.isNaN(noise)) {
            throw new Refusal(
                    line,
                    "%s has no usual noise floor, so one must be given. Maybe write '%s, noise <smallest rise that counts>'."
                            .formatted(name(metric), limit));
        }
        if (weight > 1) {
            throw new Refusal(line, "weight is %s, but must be at most 1.".formatted(weight));
        }
        return new Tolerance(metric, limit, direction, noise, weight);
    }

    private static Metric metric(int line, String name) throws Refusal {
        String wanted = name.replace('_', '-');
        List<String> known = Arrays.stream(Metric.values())
                .filter(metric -> metric.component().isPresent())
                .map(ToleranceText::name)
                .toList();
        if (!known.contains(wanted)) {
            throw new Refusal(
                    line,
                    "There is no metric '%s' of a component.%s"
                            .formatted(Spelling.printable(name), Spelling.suggestion(wanted, known)));
        }
        return Metric.valueOf(wanted.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static void requirePartOf(int line, Metric metric, Component component) throws Refusal {
        if (metric.component().orElseThrow() != component) {
            throw new Refusal(
                    line,
                    "%s tells of the %s, but this model is a %s. Maybe it belongs to another model."
                            .formatted(
                                    name(metric),
                                    metric.component().orElseThrow().name().toLowerCase(Locale.ROOT),
                                    component.name().toLowerCase(Locale.ROOT)));
        }
    }

    private static String name(Metric metric) {
        return metric.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
