package io.lifeboat.engine.history.imports;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Drives by serial number, gathered from rows in any order. Not thread-safe. */
final class SmartDrives {

    private final Map<String, List<SmartReading>> readings = new TreeMap<>();
    private final Map<String, Instant> failures = new TreeMap<>();

    void add(String drive, SmartReading reading) {
        readings.computeIfAbsent(drive, key -> new ArrayList<>()).add(reading);
    }

    void failed(String drive, Instant at) {
        failures.put(drive, at);
    }

    Imported imported() {
        List<TelemetryFrame> frames = new ArrayList<>();
        readings.forEach((drive, list) -> {
            list.sort(Comparator.comparing(SmartReading::at));
            SmartReading before = list.get(0);
            for (SmartReading reading : list) {
                frames.add(new TelemetryFrame(drive, reading.at(), reading.since(before)));
                before = reading;
            }
        });
        frames.sort(Comparator.comparing(TelemetryFrame::at));
        List<Truth> truths = new ArrayList<>();
        failures.forEach((drive, at) ->
                truths.add(new Truth(drive, Component.DISK, "drive failure", at, Optional.of(at), Optional.empty())));
        return new Imported(
                frames, truths, List.of("%d drives, %d of them failed.".formatted(readings.size(), failures.size())));
    }
}
