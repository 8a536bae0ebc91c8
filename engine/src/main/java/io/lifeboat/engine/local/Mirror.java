package io.lifeboat.engine.local;

import io.lifeboat.engine.files.FileTrees;
import io.lifeboat.engine.files.TolerantVisitor;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps one directory a copy of another, copying only what changed. A file whose size and time are as they were is taken
 * as unchanged only if that time is well before the last copy began: a later write may carry the same time. Not
 * thread-safe.
 */
final class Mirror {

    /** More than the coarsest time that common file systems keep, which is 2 s on FAT. */
    private static final long RACY_MILLIS = 2500;

    private record Stamp(long size, FileTime modified, long copiedAtMillis) {

        boolean isUnchanged(BasicFileAttributes now) {
            return now.size() == size
                    && now.lastModifiedTime().equals(modified)
                    && modified.toMillis() + RACY_MILLIS < copiedAtMillis;
        }
    }

    private final Path from;
    private final Path to;
    private final Map<Path, Stamp> stamps = new HashMap<>();
    private long bytes;
    private boolean changed;

    Mirror(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    Path target() {
        return to;
    }

    /** Size of the source when it was last looked at. */
    long bytes() {
        return bytes;
    }

    /** Brings the copy up to date; returns whether there was anything to do. */
    boolean sync() throws IOException {
        Set<Path> seen = new HashSet<>();
        bytes = 0;
        changed = false;
        Files.createDirectories(to);
        Files.walkFileTree(from, new TolerantVisitor() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                seen.add(from.relativize(directory));
                replaceByDirectory(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                // Sockets and pipes mean nothing elsewhere.
                if (!attributes.isOther() && copy(file, attributes)) {
                    seen.add(from.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        deleteAllBut(seen);
        return changed;
    }

    private static void replaceByDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(directory);
            Files.createDirectory(directory);
        }
    }

    /** False if the file vanished meanwhile, as temporary files do. */
    private boolean copy(Path file, BasicFileAttributes attributes) throws IOException {
        Path relative = from.relativize(file);
        Path target = to.resolve(relative);
        bytes += attributes.size();
        Stamp stamp = stamps.get(relative);
        long now = System.currentTimeMillis();
        try {
            if (stamp == null || !stamp.isUnchanged(attributes)) {
                if (stamp == null || attributes.isSymbolicLink() || differs(file, target)) {
                    FileTrees.delete(target);
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                    changed = true;
                }
                stamps.put(relative, new Stamp(attributes.size(), attributes.lastModifiedTime(), now));
            }
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static boolean differs(Path file, Path target) throws IOException {
        return !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) || Files.mismatch(file, target) >= 0;
    }

    private void deleteAllBut(Set<Path> seen) throws IOException {
        stamps.keySet().retainAll(seen);
        try (Stream<Path> copies = Files.walk(to)) {
            for (Path copy :
                    copies.filter(path -> !seen.contains(to.relativize(path))).toList()) {
                FileTrees.delete(copy);
                changed = true;
            }
        }
    }
}
