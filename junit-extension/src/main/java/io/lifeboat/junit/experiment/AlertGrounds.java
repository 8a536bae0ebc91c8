package io.lifeboat.junit.experiment;

import io.lifeboat.engine.prediction.Evidence;
import io.lifeboat.engine.prediction.Guarantee;
import io.lifeboat.engine.prediction.Interval;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.RemainingLife;
import io.lifeboat.report.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/** What the prediction behind an alert rests on, in the words of the journal. */
final class AlertGrounds {

    private AlertGrounds() {}

    static JournalEntry.Grounds of(Prediction prediction) {
        Interval interval = prediction.interval();
        boolean bounded = !interval.equals(Interval.UNKNOWN);
        return new JournalEntry.Grounds(
                bounded ? PredictionJournal.rounded(interval.low()) : null,
                bounded ? PredictionJournal.rounded(interval.high()) : null,
                prediction.evidence().stream()
                        .map(Evidence::contribution)
                        .map(PredictionJournal::rounded)
                        .toList(),
                prediction.opinions().stream()
                        .map(opinion -> new JournalEntry.Opinion(
                                opinion.model(), PredictionJournal.rounded(opinion.probability()), opinion.abstained()))
                        .toList(),
                guarantee(prediction.guarantee()),
                prediction.remainingLife().map(AlertGrounds::life).orElse(null));
    }

    private static JournalEntry.RemainingLife life(RemainingLife life) {
        return new JournalEntry.RemainingLife(
                life.expected().toNanos() / 1000, life.lowerBound().toNanos() / 1000, life.guaranteed());
    }

    private static JournalEntry.@Nullable Guarantee guarantee(Guarantee guarantee) {
        return guarantee.isGiven()
                ? new JournalEntry.Guarantee(
                        PredictionJournal.rounded(guarantee.falseAlarmRate()),
                        PredictionJournal.rounded(guarantee.floor()))
                : null;
    }
}
