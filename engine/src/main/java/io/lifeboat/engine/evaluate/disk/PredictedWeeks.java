package io.lifeboat.engine.evaluate.disk;

import io.lifeboat.engine.evaluate.task.CsvFile;
import io.lifeboat.engine.evaluate.task.CsvRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Reads back what task disk wrote for the same drives and weeks, in the order in which it wrote it. */
final class PredictedWeeks {

    private static final String NOW = "probability_now";

    /** Of predictions that somebody else made. */
    private static final String ONLY = "probability";

    private final WeeklyScores scores;
    private final double[] probability;
    private int next;

    PredictedWeeks(List<Drive> drives, Weeks weeks) {
        scores = WeeklyScores.unscored(drives, weeks);
        probability = new double[scores.size()];
    }

    WeeklyScores scores() {
        return scores;
    }

    /** @throws IllegalArgumentException if the file is about other drives or dates */
    double[] read(Path file) throws IOException {
        new CsvFile(file).forEach(this::add);
        if (next != probability.length) {
            throw new IllegalArgumentException("%s has %d drive-weeks, but the test has %d. Maybe the dates differ."
                    .formatted(file, next, probability.length));
        }
        return probability;
    }

    private void add(CsvRow row) {
        boolean same = next < probability.length
                && row.text("drive").equals(scores.driveOf(next).id())
                && row.text("time")
                        .equals(LocalDate.ofEpochDay(scores.day(next)).toString());
        if (!same) {
            throw new IllegalArgumentException("%s line %d is drive %s on %s, which does not follow from the test file."
                    .formatted(row.path(), row.line(), row.text("drive"), row.text("time")));
        }
        probability[next++] = row.number(row.header().contains(NOW) ? NOW : ONLY);
    }
}
