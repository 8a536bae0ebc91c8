package io.lifeboat.engine.train;

import io.lifeboat.engine.history.HistoryLimits;
import io.lifeboat.engine.history.HistoryStore;
import io.lifeboat.engine.history.RecordedRun;
import io.lifeboat.engine.prediction.learned.LabelledRun;
import io.lifeboat.engine.prediction.learned.RunSource;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The newest complete runs of a history, as many as training has memory for. Only reads; thread-safe.
 *
 * @param history directory of the runs; need not exist yet
 * @param horizon how far ahead outcomes are asked for
 * @param mostMoments of all nodes together, ten a second of a run; a run that has more by itself is left out
 */
public record NewestRuns(Path history, Duration horizon, long mostMoments) implements RunSource {

    /** About a hundred runs of a minute with three nodes; trained from in some 200 MB beside the system under test. */
    private static final long MOST_MOMENTS = 200_000;

    /** A run of more is no run of a test: to unpack it would take the memory before it could be measured. */
    private static final long MOST_BYTES = 16L << 20;

    private static final long MOMENT_MILLIS = 100;

    public NewestRuns {
        if (horizon.isNegative() || horizon.isZero() || mostMoments < 1) {
            throw new IllegalArgumentException(
                    "horizon (%s) must be positive and mostMoments (%d) at least 1.".formatted(horizon, mostMoments));
        }
    }

    /** As many runs as fit into some 200 MB. */
    public NewestRuns(Path history, Duration horizon) {
        this(history, horizon, MOST_MOMENTS);
    }

    @Override
    public List<LabelledRun> runs(Instant until) throws IOException {
        if (!Files.isDirectory(history)) {
            throw new IOException(
                    "There is no history in \"%s\". Maybe give lifeboat.adapt.history.".formatted(history));
        }
        // Damaged runs are left out: the train command tells of them, and the others are as good as ever.
        List<RecordedRun> all = HistoryStore.open(history, HistoryLimits.DEFAULT, () -> Instant.EPOCH)
                .runs(refused -> {});
        RunTruths truths = new RunTruths(all);
        List<RecordedRun> complete = all.stream().filter(RecordedRun::complete).toList();
        List<LabelledRun> newest = new ArrayList<>();
        long left = mostMoments;
        for (int i = complete.size() - 1; i >= 0 && left > 0; i--) {
            RecordedRun run = complete.get(i);
            List<TelemetryFrame> frames = bytes(run) > MOST_BYTES ? List.of() : run.frames();
            long moments = moments(frames);
            if (moments > 0 && moments <= mostMoments && !last(frames).isAfter(until)) {
                left -= moments;
                if (left >= 0) {
                    newest.add(new LabelledRun(run.info().id(), frames, new HistoryOutcomes(truths.of(run), horizon)));
                }
            }
        }
        Collections.reverse(newest);
        return newest;
    }

    private static long bytes(RecordedRun run) throws IOException {
        try (Stream<Path> files = Files.list(run.directory())) {
            return files.mapToLong(NewestRuns::size).sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long moments(List<TelemetryFrame> frames) {
        if (frames.isEmpty()) {
            return 0;
        }
        long nodes = frames.stream().map(TelemetryFrame::node).distinct().count();
        long ticks = 1 + Duration.between(frames.get(0).at(), last(frames)).toMillis() / MOMENT_MILLIS;
        return nodes * ticks;
    }

    private static Instant last(List<TelemetryFrame> frames) {
        return frames.get(frames.size() - 1).at();
    }
}
