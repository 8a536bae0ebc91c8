package io.lifeboat.engine.history;

import io.lifeboat.engine.files.FileTrees;
import io.lifeboat.engine.files.TolerantVisitor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps a store within its limits: removes the runs that were recorded first.
 *
 * @param store directory of the store
 */
record Pruning(Path store, HistoryLimits limits) {

    /** What is on its way out carries this name before it is removed, so that nobody reads half a run. */
    private static final String TRASH = ".removed-";

    private record Entry(RunDirectory run, long bytes) {}

    /** Prunes, unless another process or thread is at it. */
    void run(Instant now) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(store.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                emptyTrash();
                prune(now);
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this JVM is at it, and does the same.
        }
    }

    private void prune(Instant now) throws IOException {
        List<Entry> runs = new ArrayList<>();
        long total = 0;
        for (RunDirectory run : HistoryStore.directories(store)) {
            long bytes = size(run.path());
            total += bytes;
            runs.add(new Entry(run, bytes));
        }
        for (Entry entry : runs) {
            boolean old = now.minus(ageLimit(now)).isAfter(entry.run().recordedAt());
            // A directory with nothing in it is one that another process makes at this moment.
            boolean big = total > limits.maxBytes() && entry.bytes() > 0;
            if ((old || big) && !entry.run().open().isHeld()) {
                remove(entry.run().path());
                total -= entry.bytes();
            }
        }
    }

    /** No longer than since the epoch, which keeps "for ever" from overflowing. */
    private Duration ageLimit(Instant now) {
        Duration sinceEpoch = Duration.between(Instant.EPOCH, now);
        return limits.maxAge().compareTo(sinceEpoch) < 0 ? limits.maxAge() : sinceEpoch;
    }

    private void remove(Path run) throws IOException {
        Path trash = store.resolve(TRASH + run.getFileName());
        Files.move(run, trash);
        FileTrees.delete(trash);
    }

    private void emptyTrash() throws IOException {
        List<Path> trash;
        try (Stream<Path> all = Files.list(store)) {
            trash = all.filter(path -> String.valueOf(path.getFileName()).startsWith(TRASH))
                    .sorted()
                    .toList();
        }
        for (Path path : trash) {
            FileTrees.delete(path);
        }
    }

    private static long size(Path directory) throws IOException {
        long[] bytes = {0};
        Files.walkFileTree(directory, new TolerantVisitor() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes[0];
    }
}
