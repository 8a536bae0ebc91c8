package io.lifeboat.engine.train;

import io.lifeboat.engine.history.HistoryLimits;
import io.lifeboat.engine.history.HistoryStore;
import io.lifeboat.engine.history.RecordedRun;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.prediction.learned.LabelledRun;
import io.lifeboat.engine.telemetry.Cadence;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the runs of a history whose truth is known. */
public final class HistoryRuns {

    /** Telemetry that comes so many times as often is another kind of telemetry. */
    private static final int MOST_APART = 4;

    private HistoryRuns() {}

    /** The complete runs with telemetry, by the time they started. Only reads: nothing is removed, however old. */
    public static List<RecordedRun> complete(Path history) {
        return complete(all(history));
    }

    private static List<RecordedRun> complete(List<RecordedRun> runs) {
        return runs.stream().filter(RecordedRun::complete).toList();
    }

    private static List<RecordedRun> all(Path history) {
        if (!Files.isDirectory(history)) {
            throw new IllegalArgumentException(
                    "The history \"%s\" is no directory. Maybe run some tests first, or give lifeboat.history."
                            .formatted(history));
        }
        return HistoryStore.open(history, HistoryLimits.DEFAULT, () -> Instant.EPOCH)
                .runs();
    }

    /**
     * What models are to be trained on.
     *
     * @param runs with an outcome for every moment, in real time
     * @param cadence how often their telemetry comes
     */
    record Lessons(List<LabelledRun> runs, Cadence cadence) {}

    /**
     * The complete runs, with an outcome for every moment. Runs of live agents stay as they are; what is slower is production data
     * and is cut into parts, see {@link Production}.
     *
     * @throws IllegalArgumentException if the telemetry of some runs comes much more often than that of others
     */
    static Lessons labelled(Path history, Duration horizon) throws IOException {
        List<LabelledRun> live = new ArrayList<>();
        List<TelemetryFrame> slower = new ArrayList<>();
        Set<Truth> truths = new LinkedHashSet<>();
        List<Cadence> cadences = new ArrayList<>();
        List<RecordedRun> all = all(history);
        RunTruths runTruths = new RunTruths(all);
        for (RecordedRun run : complete(all)) {
            List<TelemetryFrame> frames = run.frames();
            if (frames.isEmpty()) {
                continue;
            }
            List<Truth> known = runTruths.of(run);
            Cadence cadence = Cadence.of(frames);
            cadences.add(cadence);
            if (cadence.isLive()) {
                live.add(new LabelledRun(run.info().id(), frames, new HistoryOutcomes(known, horizon)));
            } else {
                slower.addAll(frames);
                truths.addAll(known);
            }
        }
        requireAlike(cadences);
        return slower.isEmpty()
                ? new Lessons(live, Cadence.LIVE)
                : new Lessons(new Production(slower, List.copyOf(truths), horizon).parts(), Cadence.of(slower));
    }

    private static void requireAlike(List<Cadence> cadences) {
        cadences.sort(Comparator.comparingLong(Cadence::factor));
        if (!cadences.isEmpty()) {
            Cadence least = cadences.get(0);
            Cadence most = cadences.get(cadences.size() - 1);
            if (most.factor() > MOST_APART * least.factor() || least.isLive() != most.isLive()) {
                throw new IllegalArgumentException(
                        "Some runs have telemetry each %s, others each %s: no model can learn from both. Maybe import them into histories of their own."
                                .formatted(least.step(), most.step()));
            }
        }
    }
}
