package io.lifeboat.engine.history.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows that hold from one hour of a drive's life to another. Hours become dates by the last hour, which lies on the last day.
 * A running total has risen in the moment a row begins; its rate is taken over the row before. Not thread-safe.
 */
final class StartStopRows {

    static final List<String> COLUMNS = List.of("id", "max_date", "tstart", "tstop", "fails");

    private record Step(Instant lastDay, double start, double stop, boolean failed, SmartReading reading) {}

    private final Map<String, List<Step>> steps = new TreeMap<>();

    void add(Row row) {
        double start = row.requiredNumber("tstart");
        double stop = row.requiredNumber("tstop");
        if (stop < start) {
            throw new BadValueException(
                    "tstop (%s) must not be before tstart (%s). Maybe the two are swapped.".formatted(stop, start));
        }
        Instant lastDay = row.time("max_date", TimeFormat.DATE);
        Step step = new Step(
                lastDay,
                start,
                stop,
                Flags.isSet("fails", row.text("fails")),
                SmartReading.of(lastDay, row, "smart_%d"));
        steps.computeIfAbsent(row.required("id"), id -> new ArrayList<>()).add(step);
    }

    void addTo(SmartDrives drives) {
        steps.forEach((drive, list) -> {
            list.sort(Comparator.comparingDouble(Step::start));
            Step last = list.get(list.size() - 1);
            list.forEach(step -> drives.add(drive, reading(step, step.start(), last)));
            if (last.stop() > last.start()) {
                drives.add(drive, reading(last, last.stop(), last));
            }
            if (last.failed()) {
                drives.failed(drive, last.lastDay());
            }
        });
    }

    private static SmartReading reading(Step step, double hour, Step last) {
        Duration before = Duration.ofSeconds(Math.round((last.stop() - hour) * 3600));
        return step.reading().at(last.lastDay().minus(before)).withAge(hour);
    }
}
