package io.lifeboat.engine.evaluate.disk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.IntStream;

/**
 * Weekly snapshots.
 *
 * @param firstDay the day of the first one, in days since 1970
 * @param lastDay no snapshot is later
 */
record Weeks(int firstDay, int lastDay) {

    static Weeks of(String first, String last) {
        Weeks weeks = new Weeks(day(first), day(last));
        if (weeks.firstDay > weeks.lastDay) {
            throw new IllegalArgumentException("The period starts on %s, after it ends on %s.".formatted(first, last));
        }
        return weeks;
    }

    private static int day(String date) {
        try {
            return Math.toIntExact(LocalDate.parse(date).toEpochDay());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + date + "' is no date. Maybe write it like 2015-08-31.", e);
        }
    }

    /** The last snapshots, at most so many. */
    Weeks last(int wanted) {
        return new Weeks(day(Math.max(0, count() - wanted)), lastDay);
    }

    int count() {
        return (lastDay - firstDay) / 7 + 1;
    }

    int day(int week) {
        return firstDay + 7 * week;
    }

    IntStream days() {
        return IntStream.range(0, count()).map(this::day);
    }
}
