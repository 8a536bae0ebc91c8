package io.lifeboat.engine.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A directory of recorded runs, one directory each: {@code run.json}, {@code telemetry.csv} (with {@code .gz} when closed)
 * and {@code truth.csv}. Several JVMs may write to the same store at once. Thread-safe.
 */
public final class HistoryStore {

    private final Path directory;
    private final HistoryLimits limits;
    private final InstantSource clock;

    private HistoryStore(Path directory, HistoryLimits limits, InstantSource clock) {
        this.directory = directory;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Opens a store, and makes its directory if there is none.
     *
     * @param clock gives the time of recording, by which old runs are removed
     * @throws HistoryException if the directory cannot be made
     */
    public static HistoryStore open(Path directory, HistoryLimits limits, InstantSource clock) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new HistoryException(
                    "The history (%s) cannot be made (%s).%nMaybe give another directory."
                            .formatted(directory.toAbsolutePath(), e),
                    e);
        }
        return new HistoryStore(directory, limits, clock);
    }

    /**
     * Begins a run, after making room for it.
     *
     * @throws HistoryException if the disk fails
     */
    public HistoryWriter begin(RunInfo info) {
        prune();
        try {
            RunDirectory run = RunDirectory.create(directory, info, clock.instant());
            return HistoryWriter.begin(run, RunFile.write(info, clock.instant()), this::prune);
        } catch (IOException e) {
            throw new HistoryException(
                    "The history (%s) cannot be written (%s).%nMaybe the disk is full, or give another directory."
                            .formatted(directory.toAbsolutePath(), e),
                    e);
        }
    }

    private void prune() {
        try {
            new Pruning(directory, limits).run(clock.instant());
        } catch (IOException e) {
            throw new HistoryException(
                    "Old runs of the history (%s) cannot be removed (%s).".formatted(directory.toAbsolutePath(), e), e);
        }
    }

    /**
     * All runs that are no longer written, by the time they started.
     *
     * @throws HistoryException if any of them comes from a newer version or is damaged
     */
    public List<RecordedRun> runs() {
        return runs(refused -> {
            throw refused;
        });
    }

    /**
     * As {@link #runs()}, but goes on without the runs that cannot be read.
     *
     * @param refused told why, for each of them
     */
    public List<RecordedRun> runs(Consumer<HistoryException> refused) {
        List<RecordedRun> runs = new ArrayList<>();
        try {
            for (RunDirectory run : directories(directory)) {
                if (!run.open().isHeld()) {
                    read(run, refused).ifPresent(runs::add);
                }
            }
        } catch (IOException e) {
            throw new HistoryException(
                    "The history (%s) cannot be read (%s).%nMaybe see who may.".formatted(directory, e), e);
        }
        runs.sort(Comparator.comparing((RecordedRun run) -> run.info().startedAt())
                .thenComparing(RecordedRun::directory));
        return List.copyOf(runs);
    }

    private static Optional<RecordedRun> read(RunDirectory run, Consumer<HistoryException> refused) throws IOException {
        try {
            return Optional.of(RecordedRun.open(run));
        } catch (NoSuchFileException e) {
            // Pruned meanwhile, or its writer was killed before it recorded anything.
            return Optional.empty();
        } catch (HistoryException e) {
            refused.accept(e);
            return Optional.empty();
        }
    }

    /** The directories of all runs, in the order they were recorded. */
    static List<RunDirectory> directories(Path store) throws IOException {
        try (Stream<Path> all = Files.list(store)) {
            return all.filter(RunDirectory::isRun)
                    .sorted()
                    .map(RunDirectory::new)
                    .toList();
        }
    }
}
