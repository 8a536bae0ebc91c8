package io.lifeboat.engine.evaluate.disk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is known of a drive on a day, from its steps up to that day and the failure rate of its model. Immutable. */
final class DriveFeatures {

    static final List<Smart> ERRORS = List.of(
            Smart.REALLOCATED_SECTORS,
            Smart.REPORTED_UNCORRECTABLE,
            Smart.COMMAND_TIMEOUTS,
            Smart.PENDING_SECTORS,
            Smart.OFFLINE_UNCORRECTABLE);
    private static final List<Smart> COUNTED = List.of(
            Smart.REALLOCATED_SECTORS,
            Smart.REPORTED_UNCORRECTABLE,
            Smart.COMMAND_TIMEOUTS,
            Smart.PENDING_SECTORS,
            Smart.OFFLINE_UNCORRECTABLE,
            Smart.POWER_CYCLES,
            Smart.HIGH_FLY_WRITES);
    private static final double[] WINDOWS_DAYS = {7, 30, 90};
    private static final int WORD_BITS = 16;

    private static final List<String> MAKERS = List.of("ST", "HGST", "Hitachi", "WDC", "TOSHIBA");

    private final ModelRates rates;
    private final List<String> names;

    /** @param rates how often drives of a model fail, and how often without a warning */
    DriveFeatures(ModelRates rates) {
        this.rates = rates;
        this.names = names(COUNTED);
    }

    List<String> names() {
        return names;
    }

    private static List<String> names(List<Smart> counted) {
        List<String> names = new ArrayList<>(
                List.of("power_on_hours", "size_tb", "model_failure_rate", "model_silent_failure_rate", "maker"));
        for (Smart attribute : Smart.values()) {
            names.add(lower(attribute));
        }
        for (Smart attribute : counted) {
            for (double days : WINDOWS_DAYS) {
                names.add(lower(attribute) + "_rise_" + (int) days + "d");
            }
        }
        for (Smart attribute : ERRORS) {
            names.add(lower(attribute) + "_highest");
            names.add(lower(attribute) + "_hours_since_first");
            names.add(lower(attribute) + "_hours_since_rise");
        }
        names.addAll(List.of(
                "errors_now",
                "errors_ever",
                "hours_since_first_error",
                "hours_since_any_change",
                "changes_30d",
                "changes_90d"));
        names.addAll(List.of("hours_observed", "power_cycles_a_year", "fly_writes_a_year", "timeouts_a_year"));
        names.addAll(List.of("first_seen_day", "first_seen_hour", "timeouts", "timeouts_5s", "timeouts_7s"));
        for (double days : WINDOWS_DAYS) {
            names.add("timeouts_rise_" + (int) days + "d");
        }
        return names;
    }

    private static String lower(Smart attribute) {
        return attribute.name().toLowerCase(Locale.ROOT);
    }

    /** One row; the drive must be present on the day. */
    float[] row(Drive drive, int day) {
        double hour = drive.hourOn(day);
        int step = drive.stepAt(hour);
        RowWriter row = new RowWriter(names.size());
        row.add(hour);
        row.add(drive.sizeTb());
        row.add(rates.rate(drive.model()));
        row.add(rates.silentRate(drive.model()));
        row.add(maker(drive.model()));
        for (Smart attribute : Smart.values()) {
            row.add(drive.value(step, attribute));
        }
        int[] earlier = new int[WINDOWS_DAYS.length];
        for (int w = 0; w < earlier.length; w++) {
            earlier[w] = drive.stepAt(hour - WINDOWS_DAYS[w] * 24);
        }
        for (Smart attribute : COUNTED) {
            for (int then : earlier) {
                row.add(drive.value(step, attribute) - drive.value(then, attribute));
            }
        }
        errors(row, drive, step, hour);
        row.add(hour - drive.starts()[step]);
        row.add(step - earlier[1]);
        row.add(step - earlier[2]);
        row.add(hour - drive.starts()[0]);
        double years = Math.max(hour, 24) / (365.25 * 24);
        row.add(drive.value(step, Smart.POWER_CYCLES) / years);
        row.add(drive.value(step, Smart.HIGH_FLY_WRITES) / years);
        row.add(drive.value(step, Smart.COMMAND_TIMEOUTS) / years);
        row.add(drive.firstDay()); // drives installed together share a batch, a chassis and a history of heat
        row.add(drive.starts()[0]);
        timeouts(row, drive, step, earlier);
        return row.values();
    }

    /** Some makers pack counts of timeouts by their length into words of 16 bits: sums of those mean nothing, words do. */
    private static void timeouts(RowWriter row, Drive drive, int step, int[] earlier) {
        double packed = drive.value(step, Smart.COMMAND_TIMEOUTS);
        row.add(word(packed, 0));
        row.add(word(packed, 1));
        row.add(word(packed, 2));
        for (int then : earlier) {
            row.add(word(packed, 0) - word(drive.value(then, Smart.COMMAND_TIMEOUTS), 0));
        }
    }

    private static double word(double packed, int word) {
        return Double.isNaN(packed) ? Double.NaN : (long) packed >> WORD_BITS * word & 0xFFFF;
    }

    private static int maker(String model) {
        for (int m = 0; m < MAKERS.size(); m++) {
            if (model.startsWith(MAKERS.get(m))) {
                return m;
            }
        }
        return MAKERS.size();
    }

    /** A counter that was ever above zero stays remembered, even if the drive reset it. */
    private static void errors(RowWriter row, Drive drive, int step, double hour) {
        int now = 0;
        int ever = 0;
        double first = Double.NaN;
        for (Smart attribute : ERRORS) {
            ErrorHistory history = ErrorHistory.of(drive, attribute, step);
            row.add(history.highest());
            row.add(hour - history.firstHour());
            row.add(hour - history.lastRiseHour());
            now += drive.value(step, attribute) > 0 ? 1 : 0;
            ever += history.highest() > 0 ? 1 : 0;
            if (history.highest() > 0) {
                first = Double.isNaN(first) ? history.firstHour() : Math.min(first, history.firstHour());
            }
        }
        row.add(now);
        row.add(ever);
        row.add(hour - first);
    }
}
