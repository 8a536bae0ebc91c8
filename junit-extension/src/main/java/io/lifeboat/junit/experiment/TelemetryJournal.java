package io.lifeboat.junit.experiment;

import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import io.lifeboat.junit.platform.TelemetryListener;
import io.lifeboat.report.journal.JournalEntry;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Writes raw signals into the journal, thinned out: the evidence that the node itself felt the fault. */
final class TelemetryJournal implements TelemetryListener {

    private static final long SAMPLE_MICROS = 1_000_000;

    /** On a large cluster the signals of every node would be most of the journal, and nobody would look at them. */
    private static final int MOST_NODES = 16;

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
    private final Map<String, Map<Metric, Long>> last = new HashMap<>();

    TelemetryJournal(Recording recording) {
        this.recording = recording;
    }

    @Override
    public void onFrame(TelemetryFrame frame) {
        Map<Metric, Long> times = last.get(frame.node());
        if (times == null) {
            if (last.size() >= MOST_NODES) {
                return;
            }
            times = new EnumMap<>(Metric.class);
            last.put(frame.node(), times);
        }
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
