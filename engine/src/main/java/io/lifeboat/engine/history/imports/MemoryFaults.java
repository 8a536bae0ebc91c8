package io.lifeboat.engine.history.imports;

import io.lifeboat.engine.telemetry.Metric;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the places of the errors so far say about the fault behind them: errors in several columns of one row, in several rows
 * of one column, or all over a bank (the modes of Sridharan and Liberty, "A study of DRAM failures in the field", SC 2012).
 * Not thread-safe.
 */
final class MemoryFaults {

    private record Line(String bank, long number) {}

    private final Map<Line, Set<Long>> columnsOfRow = new HashMap<>();
    private final Map<Line, Set<Long>> rowsOfColumn = new HashMap<>();
    private final Map<String, Set<Long>> rowsOfBank = new HashMap<>();
    private final Map<String, Set<Long>> columnsOfBank = new HashMap<>();
    private int rows;
    private int columns;
    private int banks;

    void add(MemoryError error) {
        rows += isSecond(columnsOfRow, new Line(error.bank(), error.row()), error.column()) ? 1 : 0;
        columns += isSecond(rowsOfColumn, new Line(error.bank(), error.column()), error.row()) ? 1 : 0;
        boolean secondRow = isSecond(rowsOfBank, error.bank(), error.row());
        boolean secondColumn = isSecond(columnsOfBank, error.bank(), error.column());
        boolean both = size(rowsOfBank, error) > 1 && size(columnsOfBank, error) > 1;
        banks += (secondRow || secondColumn) && both ? 1 : 0;
    }

    private static int size(Map<String, Set<Long>> places, MemoryError error) {
        return places.getOrDefault(error.bank(), Set.of()).size();
    }

    /** Adds a place, and says whether it is the second one. */
    private static <K> boolean isSecond(Map<K, Set<Long>> places, K key, long place) {
        Set<Long> known = places.computeIfAbsent(key, any -> new HashSet<>());
        return known.add(place) && known.size() == 2;
    }

    Map<Metric, Double> values() {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.MEMORY_ROW_FAULTS, (double) rows);
        values.put(Metric.MEMORY_COLUMN_FAULTS, (double) columns);
        values.put(Metric.MEMORY_BANK_FAULTS, (double) banks);
        return values;
    }
}
