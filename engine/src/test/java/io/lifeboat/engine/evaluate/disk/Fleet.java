package io.lifeboat.engine.evaluate.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A small invented fleet: most drives that fail show reallocated sectors 60 days before. */
final class Fleet {

    static final String HEADER =
            "id,model,size_tb,min_date,max_date,tstart,tstop,fails,smart_5,smart_10,smart_12,smart_187,"
                    + "smart_188,smart_189,smart_196,smart_197,smart_198";

    private Fleet() {}

    /** One drive with steps (start hour, reallocated sectors), last seen on a date. */
    static Drive drive(String lastDay, double lastHour, boolean failed, double[][] steps) {
        double[] starts = new double[steps.length];
        double[][] smart = new double[steps.length][Smart.values().length];
        for (int i = 0; i < steps.length; i++) {
            starts[i] = steps[i][0];
            smart[i][Smart.REALLOCATED_SECTORS.ordinal()] = steps[i][1];
        }
        return new Drive(
                "d", "ST4000", 4, (int) LocalDate.parse(lastDay).toEpochDay(), lastHour, failed, starts, smart);
    }

    /** Writes drives that live through 2015, of which every eighth fails at a random time. */
    static Path write(Path file, int drives, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        LocalDate first = LocalDate.parse("2015-01-01");
        for (int d = 0; d < drives; d++) {
            boolean fails = d % 8 == 0;
            int days = fails ? random.nextInt(70, 365) : 364;
            LocalDate last = first.plusDays(days);
            double end = 100 + days * 24.0;
            double warned = Math.max(110, end - 24 * random.nextInt(40, 60));
            boolean shows = fails ? random.nextDouble() < 0.9 : random.nextDouble() < 0.02;
            String head = d + ",ST4000,4," + first + "," + last + ",";
            lines.add(head + "100," + (shows ? warned : end) + "," + (fails && !shows ? 1 : 0) + ",0,0,3,0,0,,,0,0");
            if (shows) {
                lines.add(head + warned + "," + end + "," + (fails ? 1 : 0) + ",40,0,3,0,0,,,8,0");
            }
        }
        try {
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
