package io.lifeboat.fault.disk;

import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.cgroup.CgroupLimit;
import io.lifeboat.fault.undo.UndoAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many reads and how many writes a second the processes of a cgroup may do on a block device. Version 1 has a file
 * for each way (Documentation/admin-guide/cgroup-v1/blkio-controller.rst, {@code blkio.throttle}), version 2 one for both
 * (Documentation/admin-guide/cgroup-v2.rst, {@code io.max}). Each has a line for each device that has a limit.
 */
final class IoLimit implements CgroupLimit {

    private static final String MAX = "io.max";
    private static final String READS = "blkio.throttle.read_iops_device";
    private static final String WRITES = "blkio.throttle.write_iops_device";
    private static final String UNLIMITED_1 = "0";
    private static final String UNLIMITED_2 = "rbps=max wbps=max riops=max wiops=max";

    private final Path cgroup;
    private final BlockDevice device;
    private final boolean version2;
    private final List<String> files;
    private final List<String> before;

    private IoLimit(Path cgroup, BlockDevice device, boolean version2) {
        this.cgroup = cgroup;
        this.device = device;
        this.version2 = version2;
        this.files = version2 ? List.of(MAX) : List.of(READS, WRITES);
        this.before = values();
    }

    /** The limit of a cgroup on a device; empty if there is none that can be written. */
    static Optional<IoLimit> of(Path cgroup, BlockDevice device) {
        if (Files.isWritable(cgroup.resolve(MAX))) {
            return Optional.of(new IoLimit(cgroup, device, true));
        }
        return Files.isWritable(cgroup.resolve(READS)) && Files.isWritable(cgroup.resolve(WRITES))
                ? Optional.of(new IoLimit(cgroup, device, false))
                : Optional.empty();
    }

    String description() {
        return "%s on device %s, %s"
                .formatted(
                        version2 ? "cgroup v2 io.max" : "cgroup v1 blkio throttle",
                        device.numbers(),
                        device.filesystem());
    }

    @Override
    public List<UndoAction> undoActions() {
        return IntStream.range(0, files.size())
                .<UndoAction>mapToObj(i ->
                        new UndoAction.Restore(cgroup.resolve(files.get(i)), device.numbers() + " " + before.get(i)))
                .toList();
    }

    /** So many reads and as many writes a second at most, 1 or more; verified. Limits on bytes stay as they were. */
    void allow(int operations) {
        set(
                version2
                        ? List.of(
                                before.get(0).replaceFirst(" riops=.*", " riops=%1$d wiops=%1$d".formatted(operations)))
                        : List.of(Integer.toString(operations), Integer.toString(operations)));
    }

    @Override
    public void restore() {
        set(before);
    }

    private void set(List<String> values) {
        for (int i = 0; i < files.size(); i++) {
            write(files.get(i), values.get(i));
        }
        List<String> now = values();
        if (!now.equals(values) && Files.isDirectory(cgroup)) {
            throw new FaultException(
                    "The limits of %s on device %s are %s and not %s.%nMaybe somebody else sets them, too."
                            .formatted(cgroup, device.numbers(), now, values));
        }
    }

    /** What the kernel says, a value for each file. */
    List<String> values() {
        return files.stream()
                .map(file -> lines(file).stream().findFirst().orElse(version2 ? UNLIMITED_2 : UNLIMITED_1))
                .toList();
    }

    /** Reads and writes that processes of the cgroup began on the device, since it exists; 0 if it is gone. */
    long operations() {
        if (version2) {
            return lines("io.stat").stream()
                    .flatMap(line -> List.of(line.split(" ")).stream())
                    .filter(value -> value.startsWith("rios=") || value.startsWith("wios="))
                    .mapToLong(value -> Long.parseLong(value.substring("rios=".length())))
                    .sum();
        }
        return lines("blkio.throttle.io_serviced").stream()
                .filter(line -> line.startsWith("Read ") || line.startsWith("Write "))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
                .sum();
    }

    /** What stands behind the device's numbers; nothing if the cgroup is gone with its node. */
    private List<String> lines(String file) {
        try {
            String prefix = device.numbers() + " ";
            return Files.readAllLines(cgroup.resolve(file)).stream()
                    .filter(line -> line.startsWith(prefix))
                    .map(line -> line.substring(prefix.length()).strip())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private void write(String file, String value) {
        try {
            Files.writeString(
                    cgroup.resolve(file),
                    device.numbers() + " " + value,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            if (Files.isDirectory(cgroup)) {
                throw new FaultException(
                        "\"%s %s\" cannot be written to %s: %s.%nMaybe the kernel cannot throttle this device."
                                .formatted(device.numbers(), value, cgroup.resolve(file), e.getMessage()),
                        e);
            }
        }
    }
}
