package io.lifeboat.fault.undo;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The directory of this user that holds all run directories and undo journals. Nobody else may write into it. */
final class UndoRoot {

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

    /** Belongs to the user this process runs as; that user need not have a name. */
    private static final Path SELF = Path.of("/proc/self");

    private UndoRoot() {}

    /** {@code lifeboat.tmp} if set, else a directory of this user in the system's temporary directory. */
    static Path defaultPath() {
        String configured = System.getProperty("lifeboat.tmp", "");
        return configured.isEmpty()
                ? Path.of(System.getProperty("java.io.tmpdir"), "lifeboat-" + System.getProperty("user.name"))
                : Path.of(configured);
    }

    /**
     * Makes sure that it is there and ours.
     *
     * @return the root, absolute
     * @throws IOException if it is a link, or belongs to somebody else, or everybody can write into it
     */
    static Path prepare(Path root) throws IOException {
        Path absolute = root.toAbsolutePath();
        Path parent = absolute.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        createPrivate(absolute);
        check(absolute);
        return absolute;
    }

    /** As {@link #prepare}, of a root that exists. Whoever can write into it could have us undo what we never did. */
    static void check(Path root) throws IOException {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("%s is not a directory".formatted(root));
        }
        if (Files.isDirectory(SELF) && !Files.getOwner(root).equals(Files.getOwner(SELF))) {
            throw new IOException("%s belongs to %s".formatted(root, Files.getOwner(root)));
        }
        if (isPosix(root) && Files.getPosixFilePermissions(root).contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new IOException("everybody can write into %s".formatted(root));
        }
    }

    /** The last one to leave takes the directory away. Whoever comes at the same moment makes it again. */
    static void removeIfEmpty(Path root) {
        try {
            Files.deleteIfExists(root);
        } catch (IOException e) {
            // Another session is still there, or left something for the next attempt.
            return;
        }
    }

    static void createPrivate(Path directory) throws IOException {
        try {
            Files.createDirectory(directory, attributes(directory));
        } catch (FileAlreadyExistsException e) {
            // It may be ours from an earlier run; the caller checks.
            return;
        }
    }

    private static FileAttribute<?>[] attributes(Path directory) {
        return isPosix(directory)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PRIVATE)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
