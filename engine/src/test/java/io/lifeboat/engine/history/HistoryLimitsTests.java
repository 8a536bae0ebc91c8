package io.lifeboat.engine.history;

import static io.lifeboat.engine.history.Histories.DAY;
import static io.lifeboat.engine.history.Histories.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryLimitsTests {

    @TempDir
    Path directory;

    @Test
    void theRunsRecordedFirstGoWhenTheyAreTooMany() {
        HistoryLimits limits = new HistoryLimits(10_000, Duration.ofDays(999));
        for (int day = 0; day < 20; day++) {
            record(limits, "run-" + day, START.plus(DAY.multipliedBy(day)), 50);
        }
        List<String> left = ids(limits);
        assertThat(left).hasSizeBetween(2, 10);
        assertThat(left)
                .isEqualTo(IntStream.range(20 - left.size(), 20)
                        .mapToObj(i -> "run-" + i)
                        .toList());
    }

    @Test
    void runsGoWhenTheyAreTooOld() {
        HistoryLimits limits = new HistoryLimits(1 << 30, DAY.multipliedBy(3));
        for (int day = 0; day < 6; day++) {
            record(limits, "run-" + day, START.plus(DAY.multipliedBy(day)), 1);
        }
        assertThat(ids(limits)).containsExactly("run-2", "run-3", "run-4", "run-5");
    }

    /** Imported data is as old as it is; what counts is when it was recorded here. */
    @Test
    void oldTelemetryRecordedTodayIsNotOld() {
        HistoryLimits limits = new HistoryLimits(1 << 30, DAY);
        HistoryStore store = HistoryStore.open(directory, limits, InstantSource.fixed(START));
        store.begin(Histories.info("of-1999", Instant.parse("1999-01-01T00:00:00Z")))
                .finish(List.of());
        record(limits, "of-today", START, 1);
        assertThat(ids(limits)).containsExactly("of-1999", "of-today");
    }

    @Test
    void aRunThatIsBeingWrittenStaysHoweverOldAndBigItIs() {
        HistoryLimits limits = new HistoryLimits(1000, DAY);
        HistoryStore store = HistoryStore.open(directory, limits, InstantSource.fixed(START));
        HistoryWriter open = store.begin(Histories.info("open"));
        Histories.frames(1000).forEach(open::append);
        open.flush();
        record(limits, "later", START.plus(DAY.multipliedBy(9)), 1);
        open.finish(List.of());
        assertThat(HistoryStore.open(directory, HistoryLimits.UNLIMITED, InstantSource.fixed(START))
                        .runs())
                .as("removed only after it was closed, by the limits at that moment")
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void manyWritersShareAStore() throws Exception {
        HistoryLimits limits = new HistoryLimits(60_000, Duration.ofDays(999));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> tasks = IntStream.range(0, 40)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        record(limits, "run-" + i, START, 20);
                        return i;
                    })
                    .toList();
            for (Future<Integer> task : pool.invokeAll(tasks)) {
                task.get();
            }
        } finally {
            pool.shutdown();
        }
        List<RecordedRun> runs =
                HistoryStore.open(directory, limits, InstantSource.fixed(START)).runs();
        assertThat(runs).isNotEmpty();
        for (RecordedRun run : runs) {
            assertThat(run.complete()).isTrue();
            assertThat(run.frames()).isEqualTo(Histories.frames(20));
        }
    }

    @Test
    void nothingIsEverRemovedWithoutLimits() {
        record(HistoryLimits.UNLIMITED, "ancient", Instant.parse("1999-01-01T00:00:00Z"), 1);
        record(HistoryLimits.UNLIMITED, "today", START, 1);
        assertThat(ids(HistoryLimits.UNLIMITED)).containsExactly("ancient", "today");
    }

    @Test
    void limitsThatWouldKeepNothingAreRefused() {
        assertThatThrownBy(() -> new HistoryLimits(0, DAY)).hasMessageContaining("maxBytes (0) must be more than 0");
        assertThatThrownBy(() -> new HistoryLimits(1, Duration.ZERO)).hasMessageContaining("maxAge (PT0S)");
    }

    private void record(HistoryLimits limits, String id, Instant now, int frames) {
        HistoryStore store = HistoryStore.open(directory, limits, InstantSource.fixed(now));
        HistoryWriter writer = store.begin(Histories.info(id, now));
        Histories.frames(frames).forEach(writer::append);
        writer.finish(List.of());
    }

    private List<String> ids(HistoryLimits limits) {
        return HistoryStore.open(directory, limits, InstantSource.fixed(START)).runs().stream()
                .map(run -> run.info().id())
                .toList();
    }
}
