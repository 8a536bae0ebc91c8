package io.lifeboat.engine.train;

import io.lifeboat.engine.history.HistoryLimits;
import io.lifeboat.engine.history.HistoryStore;
import io.lifeboat.engine.history.RecordedRun;
import io.lifeboat.engine.prediction.learned.LabelledRun;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the runs of a history whose truth is known. */
public final class HistoryRuns {

    private HistoryRuns() {}

    /** The complete runs with telemetry, by the time they started. Only reads: nothing is removed, however old. */
    public static List<RecordedRun> complete(Path history) {
        if (!Files.isDirectory(history)) {
            throw new IllegalArgumentException(
                    "The history \"%s\" is no directory. Maybe run some tests first, or give lifeboat.history."
                            .formatted(history));
        }
        return HistoryStore.open(history, HistoryLimits.DEFAULT, () -> Instant.EPOCH).runs().stream()
                .filter(RecordedRun::complete)
                .toList();
    }

    /** The same, with an outcome for every moment. */
    public static List<LabelledRun> labelled(Path history, Duration horizon) throws IOException {
        List<LabelledRun> labelled = new ArrayList<>();
        for (RecordedRun run : complete(history)) {
            List<TelemetryFrame> frames = run.frames();
            if (!frames.isEmpty()) {
                labelled.add(new LabelledRun(run.info().id(), frames, new HistoryOutcomes(run.truths(), horizon)));
            }
        }
        return labelled;
    }
}
