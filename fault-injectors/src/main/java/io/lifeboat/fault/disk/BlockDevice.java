package io.lifeboat.fault.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The whole block device below a directory: limits do not go by partition.
 *
 * @param numbers {@code major:minor}
 * @param filesystem what is on it, and where that is mounted, in words
 */
record BlockDevice(String numbers, String filesystem) {

    private static final Path DEVICES = Path.of("/sys/dev/block");

    /**
     * The device that carries a directory.
     *
     * @throws IOException if there is none, with the reason: memory, a network, an overlay, or a filesystem that spans
     *     several devices, as Btrfs does
     */
    static BlockDevice of(Path directory) throws IOException {
        return of(Mount.of(directory), DEVICES);
    }

    static BlockDevice of(Mount mount, Path devices) throws IOException {
        String filesystem = "%s on %s".formatted(mount.type(), mount.point());
        if (mount.device().startsWith("0:")) {
            throw new IOException("it is on %s, which has no block device of its own".formatted(filesystem));
        }
        Path entry = devices.resolve(mount.device());
        if (!Files.exists(entry)) {
            throw new IOException(
                    "it is on %s, whose block device %s is not in %s".formatted(filesystem, mount.device(), devices));
        }
        Path device = entry.toRealPath();
        Path whole = Files.exists(device.resolve("partition")) ? device.resolveSibling("dev") : device.resolve("dev");
        return new BlockDevice(Files.readString(whole).strip(), filesystem);
    }
}
