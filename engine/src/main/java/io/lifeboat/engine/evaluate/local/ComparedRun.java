package io.lifeboat.engine.evaluate.local;

import io.lifeboat.engine.history.RecordedRun;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.prediction.learned.LearnedModels;
import io.lifeboat.engine.prediction.learned.LearnedPredictor;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One recorded run, judged twice on the same telemetry.
 *
 * @param id of the run
 * @param kind the component that failed in lower case, or {@code none}, or {@code disturbance}
 * @param runUp from onset to failure; zero without one
 * @param untrained what rules alone would have warned of
 * @param learned what the trained models would have warned of
 */
record ComparedRun(String id, String kind, Duration runUp, Alarms untrained, Alarms learned) {

    static final String NONE = "none";
    static final String DISTURBANCE = "disturbance";

    static ComparedRun of(RecordedRun run, LearnedModels models) throws IOException {
        List<TelemetryFrame> frames = run.frames();
        List<Truth> truths = run.truths();
        Optional<Truth> failure =
                truths.stream().filter(truth -> truth.failedAt().isPresent()).findFirst();
        String kind = failure.map(truth -> truth.component().name().toLowerCase(Locale.ROOT))
                .orElse(truths.isEmpty() ? NONE : DISTURBANCE);
        return new ComparedRun(
                run.info().id(),
                kind,
                failure.map(truth ->
                                Duration.between(truth.onset(), truth.failedAt().orElseThrow()))
                        .orElse(Duration.ZERO),
                Alarms.of(
                        frames,
                        truths,
                        new TrendPredictor(),
                        TrendSettings.defaults().horizon()),
                Alarms.of(frames, truths, new LearnedPredictor(models), models.horizon()));
    }

    /** Lead time in seconds; 0 when there was no warning in time. */
    static double seconds(Alarms alarms) {
        return alarms.lead().map(Duration::toMillis).orElse(0L) / 1000.0;
    }

    /** As a line of the predictions file. */
    String csv() {
        return String.format(
                Locale.ROOT,
                "%s,%s,%.1f,%.1f,%.1f,%d,%d",
                id,
                kind,
                runUp.toMillis() / 1000.0,
                seconds(untrained),
                seconds(learned),
                untrained.falseAlarms(),
                learned.falseAlarms());
    }
}
