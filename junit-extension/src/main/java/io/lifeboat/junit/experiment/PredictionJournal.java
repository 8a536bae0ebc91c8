package io.lifeboat.junit.experiment;

import io.lifeboat.engine.alert.Thresholds;
import io.lifeboat.engine.prediction.Interval;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.report.journal.JournalEntry.HealthSample;
import io.lifeboat.report.journal.JournalEntry.HorizonSet;
import io.lifeboat.report.journal.JournalEntry.ThresholdsSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes predictions into the journal, thinned out. */
final class PredictionJournal {

    /** A chart needs no more points; a change of probability is written at once. */
    private static final long SAMPLE_MICROS = 500_000;

    private static final double NOTABLE_CHANGE = 0.1;

    /** Below this probability nobody asks how far away the thresholds are. */
    private static final double WORTH_THRESHOLDS = 0.05;

    private static final double NOTABLE_THRESHOLD = 0.01;

    private final Recording recording;
    private final Map<String, HealthSample> samples = new HashMap<>();
    private final Map<String, ThresholdsSet> thresholds = new HashMap<>();
    private @Nullable Duration horizon;

    PredictionJournal(Recording recording) {
        this.recording = recording;
    }

    /** @param ofNode before the guarantee of the prediction raises them */
    void write(Prediction prediction, Thresholds ofNode) {
        if (!prediction.abstained()) {
            horizon(prediction.horizon());
            if (prediction.probability() >= WORTH_THRESHOLDS) {
                thresholds(prediction, ofNode.atLeast(prediction.guarantee().floor()));
            }
        }
        sample(prediction);
    }

    /** The farthest counts: while models warm up the rules speak for them, and they look less far. */
    private void horizon(Duration now) {
        if (horizon == null || now.compareTo(horizon) > 0) {
            horizon = now;
            recording.write(at -> new HorizonSet(at, now.toNanos() / 1000));
        }
    }

    private void thresholds(Prediction prediction, Thresholds now) {
        recording.write(at -> {
            ThresholdsSet set = new ThresholdsSet(
                    at,
                    prediction.node(),
                    prediction.component().name(),
                    rounded(now.informational()),
                    rounded(now.warning()),
                    rounded(now.critical()));
            if (!isNews(thresholds.get(key(prediction)), set)) {
                return null;
            }
            thresholds.put(key(prediction), set);
            return set;
        });
    }

    private void sample(Prediction prediction) {
        recording.write(at -> {
            boolean bounded = !prediction.abstained() && !prediction.interval().equals(Interval.UNKNOWN);
            HealthSample sample = new HealthSample(
                    at,
                    prediction.node(),
                    prediction.component().name(),
                    rounded(prediction.probability()),
                    rounded(prediction.health()),
                    prediction.abstained(),
                    bounded ? rounded(prediction.interval().low()) : null,
                    bounded ? rounded(prediction.interval().high()) : null);
            if (!isNews(samples.get(key(prediction)), sample)) {
                return null;
            }
            samples.put(key(prediction), sample);
            return sample;
        });
    }

    private static String key(Prediction prediction) {
        return prediction.node() + '/' + prediction.component();
    }

    private static boolean isNews(@Nullable HealthSample before, HealthSample now) {
        return before == null
                || now.at() - before.at() >= SAMPLE_MICROS
                || Math.abs(now.probability() - before.probability()) >= NOTABLE_CHANGE
                || now.abstained() != before.abstained();
    }

    private static boolean isNews(@Nullable ThresholdsSet before, ThresholdsSet now) {
        return before == null
                || Math.abs(now.informational() - before.informational()) >= NOTABLE_THRESHOLD
                || Math.abs(now.warning() - before.warning()) >= NOTABLE_THRESHOLD
                || Math.abs(now.critical() - before.critical()) >= NOTABLE_THRESHOLD;
    }

    /** Four digits are more than a report shows, and keep the journal small. */
    static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
