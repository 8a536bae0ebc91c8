package io.lifeboat.fault.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.fault.testkit.MemoryJournal;
import io.lifeboat.fault.undo.UndoAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of cgroup version 2, acted by ordinary ones: what is written, and what is read from what the kernel documents. */
class IoMaxTests {

    private static final BlockDevice DEVICE = new BlockDevice("8:16", "ext4 on /");

    @TempDir
    private Path cgroup;

    @Test
    void limitsReadsAndWritesAlike() throws IOException {
        IoLimit limit = limit("");
        limit.allow(3);
        assertThat(cgroup.resolve("io.max")).hasContent("8:16 rbps=max wbps=max riops=3 wiops=3");
        limit.restore();
        assertThat(cgroup.resolve("io.max")).hasContent("8:16 rbps=max wbps=max riops=max wiops=max");
    }

    @Test
    void leavesLimitsOnBytesAndBringsBackThoseOnOperations() throws IOException {
        String before = "8:16 rbps=2097152 wbps=max riops=max wiops=120";
        IoLimit limit = limit("8:0 rbps=max wbps=1 riops=max wiops=max\n" + before + "\n");
        assertThat(limit.undoActions()).containsExactly(new UndoAction.Restore(cgroup.resolve("io.max"), before));
        limit.allow(10);
        assertThat(cgroup.resolve("io.max")).hasContent("8:16 rbps=2097152 wbps=max riops=10 wiops=10");
        limit.restore();
        assertThat(cgroup.resolve("io.max")).hasContent(before);
    }

    @Test
    void countsReadsAndWritesOfTheDeviceAsEvidence() throws IOException {
        DiskThrottle throttle = new DiskThrottle(limit(""), new MemoryJournal());
        throttle.severity(1);
        stat(192, 353);
        assertThat(throttle.evidence().hits()).isEqualTo(545);
        throttle.severity(0.01);
        stat(200, 400);
        throttle.close();
        assertThat(throttle.evidence().hits())
                .as("those that passed freely left out")
                .isEqualTo(545);
    }

    private IoLimit limit(String content) throws IOException {
        Files.writeString(cgroup.resolve("io.max"), content);
        stat(0, 0);
        return IoLimit.of(cgroup, DEVICE).orElseThrow();
    }

    private void stat(int reads, int writes) throws IOException {
        Files.writeString(cgroup.resolve("io.stat"), """
                8:160 rbytes=1 wbytes=1 rios=1000 wios=1000 dbytes=0 dios=0
                8:16 rbytes=1459200 wbytes=314773504 rios=%d wios=%d dbytes=50331648 dios=3021
                """.formatted(reads, writes));
    }
}
