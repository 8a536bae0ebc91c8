package io.lifeboat.report.html;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.html.Downtime.Stretch;
import io.lifeboat.report.journal.JournalEntry.HealthSample;
import io.lifeboat.report.journal.JournalEntry.ThresholdsSet;
import io.lifeboat.report.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Around the probability of the component most at risk: its interval as a band, and the thresholds of the tiers. */
final class RiskLines {

    private static final int MOST_POINTS = 150;

    private final Span span;
    private final List<ThresholdsSet> thresholds;

    RiskLines(ExperimentResult result, Span span) {
        this.span = span;
        this.thresholds = result.entries().stream()
                .filter(ThresholdsSet.class::isInstance)
                .map(ThresholdsSet.class::cast)
                .toList();
    }

    /** The samples of the component with the highest probability; empty if no component was predicted at all. */
    static Optional<List<HealthSample>> most(Map<String, List<HealthSample>> components) {
        return components.values().stream()
                .filter(samples -> samples.stream().anyMatch(sample -> !sample.abstained()))
                .max(Comparator.comparingDouble(samples -> samples.stream()
                        .mapToDouble(HealthSample::probability)
                        .max()
                        .orElse(0)));
    }

    void draw(SmallChart chart, String node, List<HealthSample> samples, List<Stretch> down) {
        band(chart, samples, down);
        List<ThresholdsSet> own = own(node, samples);
        for (int i = 0; i < own.size(); i++) {
            ThresholdsSet set = own.get(i);
            double end = i + 1 < own.size() ? own.get(i + 1).at() / 1e6 : span.seconds();
            tier(chart, set, end, "informational", set.informational());
            tier(chart, set, end, "warning", set.warning());
            tier(chart, set, end, "critical", set.critical());
        }
    }

    private static void tier(SmallChart chart, ThresholdsSet set, double end, String name, double value) {
        chart.threshold(value, set.at() / 1e6, end, "tier " + name, name + " from " + Texts.percent(value));
    }

    private static void band(SmallChart chart, List<HealthSample> samples, List<Stretch> down) {
        int step = Math.max(1, samples.size() / MOST_POINTS);
        List<double[]> open = new ArrayList<>();
        for (int i = 0; i < samples.size(); i += step) {
            HealthSample sample = samples.get(i);
            Double low = sample.low();
            Double high = sample.high();
            boolean isDown = down.stream().anyMatch(stretch -> stretch.holds(sample.at()));
            if (low == null || high == null || sample.abstained() || isDown) {
                flush(chart, open);
            } else {
                open.add(new double[] {sample.at() / 1e6, low, high});
            }
        }
        flush(chart, open);
    }

    private static void flush(SmallChart chart, List<double[]> open) {
        if (open.size() > 1) {
            chart.band(List.copyOf(open), "band");
        }
        open.clear();
    }

    /** What the band and the lines are, with the latest thresholds. */
    String words(String node, List<HealthSample> samples) {
        String component = Texts.words(samples.get(0).component());
        boolean bounded = samples.stream().anyMatch(sample -> sample.low() != null);
        String band = bounded ? "Band: interval of " + component + ". " : "No interval is known. ";
        List<ThresholdsSet> own = own(node, samples);
        if (own.isEmpty()) {
            return band + "No threshold came near.";
        }
        ThresholdsSet last = own.get(own.size() - 1);
        return band
                + "Lines, thresholds of %s: informational %s (dotted), warning %s (dashed), critical %s (long dashes)."
                        .formatted(
                                component,
                                Texts.percent(last.informational()),
                                Texts.percent(last.warning()),
                                Texts.percent(last.critical()));
    }

    private List<ThresholdsSet> own(String node, List<HealthSample> samples) {
        String component = samples.get(0).component();
        return thresholds.stream()
                .filter(set -> set.node().equals(node) && set.component().equals(component))
                .toList();
    }
}
