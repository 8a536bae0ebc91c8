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
     * @throws IOException if it is a link or belongs to somebody else
     */
    static Path prepare(Path root) throws IOException {
        Path parent = root.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        createPrivate(root);
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("%s is not a directory".formatted(root));
        }
        Path probe = Files.createTempFile(root, "owner", "");
        try {
            if (!Files.getOwner(root).equals(Files.getOwner(probe))) {
                throw new IOException("%s belongs to %s".formatted(root, Files.getOwner(root)));
            }
        } finally {
            Files.deleteIfExists(probe);
        }
        return root;
    }

    static void createPrivate(Path directory) throws IOException {
        try {
            Files.createDirectory(directory, attributes(directory));
        } catch (FileAlreadyExistsException e) {
            // It may be ours from an earlier run; the caller checks.
        }
    }

    private static FileAttribute<?>[] attributes(Path directory) {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PRIVATE)} : new FileAttribute<?>[0];
    }
}
