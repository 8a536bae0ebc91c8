package io.lifeboat.fault.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of {@code /proc/self/mountinfo} (proc_pid_mountinfo(5)).
 *
 * @param device numbers of the device, {@code major:minor}; major 0 for a filesystem without a block device of its own
 * @param point where it is mounted
 * @param type of the filesystem, e.g. ext4
 */
record Mount(String device, Path point, String type) {

    private static final Path TABLE = Path.of("/proc/self/mountinfo");
    private static final int DEVICE = 2;
    private static final int POINT = 4;

    /**
     * The mount that a path is on.
     *
     * @throws IOException if the path is not there, or there is no such table, as on other systems than Linux
     */
    static Mount of(Path path) throws IOException {
        return of(path.toRealPath(), Files.readAllLines(TABLE));
    }

    /** The deepest mount above the path; of those at the same place the latest, which hides the others. */
    static Mount of(Path path, List<String> table) throws IOException {
        List<Mount> above = new ArrayList<>();
        for (String line : table) {
            Mount mount = parse(line);
            if (path.startsWith(mount.point)
                    && (above.isEmpty()
                            || mount.point.getNameCount()
                                    >= above.get(above.size() - 1).point.getNameCount())) {
                above.add(mount);
            }
        }
        if (above.isEmpty()) {
            throw new IOException("no filesystem is mounted above %s".formatted(path));
        }
        return above.get(above.size() - 1);
    }

    private static Mount parse(String line) {
        String[] fields = line.split(" ");
        // The number of optional fields before the dash varies.
        int dash = List.of(fields).indexOf("-");
        return new Mount(fields[DEVICE], Path.of(unescape(fields[POINT])), fields[dash + 1]);
    }

    /** Space, tab, line end and backslash stand there in octal. */
    private static String unescape(String text) {
        return text.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
