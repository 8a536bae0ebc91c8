package io.lifeboat.junit.experiment;

import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import io.lifeboat.junit.platform.TelemetryListener;
import io.lifeboat.report.journal.JournalEntry;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Writes raw signals into the journal, thinned out: the evidence that the node itself felt the fault. */
final class TelemetryJournal implements TelemetryListener {

    private static final long SAMPLE_MICROS = 1_000_000;

    private static final Set<Metric> SHOWN = Set.of(
            Metric.CPU_UTILISATION,
            Metric.CPU_THROTTLED,
            Metric.CPU_STEAL,
            Metric.MEMORY_CORRECTED_ERRORS,
            Metric.MEMORY_UNCORRECTED_ERRORS,
            Metric.DISK_LATENCY,
            Metric.NETWORK_ROUND_TRIP,
            Metric.NETWORK_LOSS);

    private final Recording recording;
    private final Predicate<String> shown;
    private final Map<String, Map<Metric, Long>> last = new HashMap<>();

    /**
     * @param shown says of which nodes a reader wants to see the signals
     */
    TelemetryJournal(Recording recording, Predicate<String> shown) {
        this.recording = recording;
        this.shown = shown;
    }

    @Override
    public void onFrame(TelemetryFrame frame) {
        if (!shown.test(frame.node())) {
            return;
        }
        Map<Metric, Long> times = last.computeIfAbsent(frame.node(), node -> new EnumMap<>(Metric.class));
        for (Map.Entry<Metric, Double> value : frame.values().entrySet()) {
            if (SHOWN.contains(value.getKey())) {
                sample(frame.node(), value.getKey(), value.getValue(), times);
            }
        }
    }

    private void sample(String node, Metric metric, double value, Map<Metric, Long> times) {
        recording.write(at -> {
            Long before = times.get(metric);
            if (before != null && at - before < SAMPLE_MICROS) {
                return null;
            }
            times.put(metric, at);
            return new JournalEntry.TelemetrySample(at, node, metric.name(), metric.unit(), value);
        });
    }
}
