package io.lifeboat.engine.evaluate.rul;

import io.lifeboat.engine.evaluate.task.CsvFile;
import io.lifeboat.engine.evaluate.task.CsvRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Units of one or more files, in the order of their first line.
 *
 * @param sensors the names of the columns other than unit and cycle
 * @param units the units
 */
record UnitFile(List<String> sensors, List<Unit> units) {

    private static final String UNIT = "unit_number";
    private static final String CYCLE = "time_in_cycles";

    /** @throws IllegalArgumentException if there are no units, or the cycles of one do not count 1, 2, 3 */
    static UnitFile read(List<Path> files) throws IOException {
        Map<String, List<float[]>> rows = new LinkedHashMap<>();
        List<String> sensors = new ArrayList<>();
        for (Path file : files) {
            new CsvFile(file).forEach(row -> add(row, sensors, rows));
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    files + " has a header, but no units. Maybe it was not copied as a whole.");
        }
        List<Unit> units = new ArrayList<>();
        rows.forEach((id, values) -> units.add(new Unit(id, values.toArray(float[][]::new))));
        return new UnitFile(List.copyOf(sensors), units);
    }

    /** The truth by unit: a column {@code RUL} beside {@code unit_number}. */
    static Map<String, Double> truth(Path file) throws IOException {
        Map<String, Double> truth = new LinkedHashMap<>();
        new CsvFile(file).forEach(row -> {
            double cycles = row.number("RUL");
            if (!(cycles >= 0) || Double.isInfinite(cycles)) {
                throw new IllegalArgumentException(
                        "%s line %d: RUL is '%s', but must be 0 or more cycles. Maybe the columns have moved."
                                .formatted(file, row.line(), row.text("RUL")));
            }
            truth.put(row.text(UNIT), cycles);
        });
        return truth;
    }

    private static void add(CsvRow row, List<String> sensors, Map<String, List<float[]>> rows) {
        if (sensors.isEmpty()) {
            row.header().stream()
                    .filter(name -> !name.equals(UNIT) && !name.equals(CYCLE))
                    .forEach(sensors::add);
        }
        List<float[]> unit = rows.computeIfAbsent(row.text(UNIT), id -> new ArrayList<>());
        if (row.number(CYCLE) != unit.size() + 1) {
            throw new IllegalArgumentException(
                    "%s line %d: unit %s is at cycle %s after %d lines. Maybe the lines are not sorted."
                            .formatted(row.path(), row.line(), row.text(UNIT), row.text(CYCLE), unit.size()));
        }
        float[] values = new float[sensors.size()];
        for (int s = 0; s < values.length; s++) {
            values[s] = (float) row.number(sensors.get(s));
        }
        unit.add(values);
    }
}
