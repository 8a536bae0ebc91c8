package io.lifeboat.fault.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockDeviceTests {

    private static final List<String> TABLE = List.of(
            "22 28 0:21 / /proc rw,relatime shared:5 - proc proc rw",
            "28 1 8:2 / / rw,relatime shared:1 master:2 - ext4 /dev/sda2 rw",
            "29 28 0:25 / /tmp rw - tmpfs tmpfs rw",
            "30 28 8:17 / /data rw - xfs /dev/sdb1 rw",
            "31 28 254:3 / /mnt/with\\040space rw - ext4 /dev/mapper/x rw",
            "32 28 8:33 / /data rw - ext4 /dev/sdc1 rw",
            "33 28 0:50 / /btrfs rw - btrfs /dev/sdd rw");

    @TempDir
    private Path sys;

    private Path devices;

    /** As in {@code /sys}: a link for each device, partitions below their disk. */
    @BeforeEach
    void makeDevices() throws IOException {
        devices = Files.createDirectories(sys.resolve("dev/block"));
        device("8:0", "devices/sda");
        device("8:2", "devices/sda/sda2");
        Files.writeString(sys.resolve("devices/sda/sda2/partition"), "2\n");
        device("254:3", "devices/virtual/dm-3");
    }

    private void device(String numbers, String place) throws IOException {
        Path device = Files.createDirectories(sys.resolve(place));
        Files.writeString(device.resolve("dev"), numbers + "\n");
        Files.createSymbolicLink(devices.resolve(numbers), device);
    }

    @Test
    void theDeepestMountAboveAPathCarriesIt() throws IOException {
        assertThat(Mount.of(Path.of("/home/x"), TABLE)).isEqualTo(new Mount("8:2", Path.of("/"), "ext4"));
        assertThat(Mount.of(Path.of("/tmp/x"), TABLE)).isEqualTo(new Mount("0:25", Path.of("/tmp"), "tmpfs"));
        assertThat(Mount.of(Path.of("/tmpfile"), TABLE).device()).isEqualTo("8:2");
    }

    @Test
    void theLatestMountHidesThoseAtTheSamePlace() throws IOException {
        assertThat(Mount.of(Path.of("/data/x"), TABLE).device()).isEqualTo("8:33");
    }

    @Test
    void namesOfPlacesMayHaveSpaces() throws IOException {
        assertThat(Mount.of(Path.of("/mnt/with space/x"), TABLE).device()).isEqualTo("254:3");
    }

    @Test
    void aPartitionIsLimitedByItsDisk() throws IOException {
        assertThat(find("/home")).isEqualTo(new BlockDevice("8:0", "ext4 on /"));
    }

    @Test
    void aDeviceWithoutPartitionsIsLimitedItself() throws IOException {
        assertThat(find("/mnt/with space").numbers()).isEqualTo("254:3");
    }

    @Test
    void aFilesystemWithoutDeviceIsNamed() {
        assertThatThrownBy(() -> find("/tmp/x"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tmpfs on /tmp")
                .hasMessageContaining("no block device");
        assertThatThrownBy(() -> find("/btrfs/x")).hasMessageContaining("btrfs on /btrfs");
    }

    @Test
    void aDeviceThatTheKernelDoesNotListIsNamed() {
        assertThatThrownBy(() -> find("/data/x"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("8:33");
    }

    private BlockDevice find(String path) throws IOException {
        return BlockDevice.of(Mount.of(Path.of(path), TABLE), devices);
    }
}
