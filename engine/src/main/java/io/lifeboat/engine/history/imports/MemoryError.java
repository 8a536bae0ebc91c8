package io.lifeboat.engine.history.imports;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One line of a memory error log.
 *
 * @param at when it was logged
 * @param corrected whether it could be repaired
 * @param bank which bank of which device it was in
 * @param row the row in the bank
 * @param column the column in the bank
 */
record MemoryError(Instant at, boolean corrected, String bank, long row, long column) {

    /**
     * Columns by what they are called in all known layouts, in small letters and without underscores.
     *
     * @param names the name in this file
     */
    record Columns(Map<String, String> names) {

        private static final List<String> REQUIRED =
                List.of("logtime", "rowid", "columnid", "bankid", "bankgroupid", "rankid", "deviceid");
        private static final List<String> TYPE = List.of("errortypefullname", "errortype");

        static Columns of(List<String> header) {
            Map<String, String> names = new TreeMap<>();
            header.forEach(name -> names.putIfAbsent(plain(name), name));
            return new Columns(names);
        }

        private static String plain(String name) {
            return name.toLowerCase(Locale.ROOT).replace("_", "");
        }

        /** The names that a file must have, as it would write them. */
        List<String> required() {
            return REQUIRED.stream().map(this::name).toList();
        }

        String name(String plain) {
            return names.getOrDefault(plain, plain);
        }

        Optional<String> type() {
            return TYPE.stream().filter(names::containsKey).map(this::name).findFirst();
        }
    }

    static MemoryError of(Row row, Columns columns) {
        String bank = "%s/%s/%s/%s"
                .formatted(
                        row.text(columns.name("rankid")),
                        row.text(columns.name("deviceid")),
                        row.text(columns.name("bankgroupid")),
                        row.text(columns.name("bankid")));
        return new MemoryError(
                row.time(columns.name("logtime"), TimeFormat.EPOCH_SECONDS),
                columns.type().map(type -> isCorrected(type, row.text(type))).orElse(true),
                bank,
                (long) row.requiredNumber(columns.name("rowid")),
                (long) row.requiredNumber(columns.name("columnid")));
    }

    private static boolean isCorrected(String column, String type) {
        String upper = type.toUpperCase(Locale.ROOT);
        if (upper.startsWith("CE")) {
            return true;
        }
        if (upper.startsWith("UE") || upper.startsWith("UCE")) {
            return false;
        }
        throw new BadValueException("%s is \"%s\", but must begin with CE or UE. Maybe the file is of another kind."
                .formatted(column, type));
    }
}
