package io.lifeboat.engine.train;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Daily SMART rows of drives, made up from a seed. Every second drive fails on a day of its own, after three weeks in which it replaced more
 * and more sectors; of the others some have replaced a few once.
 */
final class Drives {

    static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");
    static final int DAYS = 120;
    private static final int RUN_UP = 21;

    private Drives() {}

    static boolean fails(int drive) {
        return drive % 2 == 0;
    }

    static String name(int drive) {
        return "drive-%02d".formatted(drive);
    }

    /** The day on which a drive that fails does so, from 0. */
    static int lastDay(int drive) {
        return fails(drive) ? 50 + (drive * 13) % 65 : DAYS - 1;
    }

    /** A file as it is published. */
    static List<String> rows(int drives, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> rows = new ArrayList<>();
        for (int drive = 0; drive < drives; drive++) {
            int sectors = fails(drive) ? 0 : drive % 6 == 1 ? 3 : 0;
            for (int day = 0; day <= lastDay(drive); day++) {
                boolean worse = fails(drive) && lastDay(drive) - day < RUN_UP;
                sectors += worse ? random.nextInt(12) : 0;
                rows.add("%s,%s,%d,%d,%d,%d,%d"
                        .formatted(
                                FIRST_DAY.plusDays(day),
                                name(drive),
                                fails(drive) && day == lastDay(drive) ? 1 : 0,
                                sectors,
                                10_000 + 24 * day,
                                30 + random.nextInt(8),
                                worse ? random.nextInt(4) : 0));
            }
        }
        Collections.sort(rows);
        rows.add(0, "date,serial_number,failure,smart_5_raw,smart_9_raw,smart_194_raw,smart_197_raw");
        return rows;
    }
}
