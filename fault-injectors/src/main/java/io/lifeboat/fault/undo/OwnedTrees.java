package io.lifeboat.fault.undo;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Deletes directory trees, but only below the one directory that is ours, and never through a symbolic link. */
record OwnedTrees(Path root) {

    void delete(Path directory) throws IOException {
        Path normal = directory.toAbsolutePath().normalize();
        Path ours = root.toAbsolutePath().normalize();
        if (!normal.startsWith(ours) || normal.equals(ours)) {
            throw new IOException("%s is not below %s and is left alone".formatted(directory, root));
        }
        if (!Files.exists(normal, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            // The entry itself may be a link, which is deleted and not followed; what leads to it may not.
            if (!parentOf(normal).toRealPath().startsWith(ours.toRealPath())) {
                throw new IOException("%s leads out of %s and is left alone".formatted(directory, root));
            }
            Files.walkFileTree(normal, new Deleter());
        } catch (NoSuchFileException e) {
            // Somebody else deleted it in this moment.
            return;
        }
    }

    private static Path parentOf(Path path) {
        return Objects.requireNonNull(path.getParent(), "it is below the root");
    }

    /** Does not follow links: a link is deleted, what it points to is not. */
    private static final class Deleter extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
