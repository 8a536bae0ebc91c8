package io.lifeboat.fault.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Availability;
import io.lifeboat.fault.CgroupInjectorContract;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultInjector;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.testkit.Cgroups;
import io.lifeboat.fault.testkit.Child;
import io.lifeboat.fault.testkit.Target;
import io.lifeboat.fault.testkit.WriteMain;
import io.lifeboat.fault.undo.UndoAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskLatencyInjectorTests extends CgroupInjectorContract {

    @TempDir
    private Path directory;

    @Override
    protected Path createCgroup() {
        return Cgroups.createForIo();
    }

    @Override
    protected Child startChild() {
        assumeThat(injector().availability(failure(), target()))
                .as("the temporary directory is on a disk that can be limited, maybe set java.io.tmpdir")
                .isInstanceOf(Availability.Available.class);
        return Child.start(WriteMain.class, directory.resolve("file").toString());
    }

    /** The first one makes the file, which takes more than writing to it again. */
    @BeforeEach
    void writeOnce() {
        writeMillis();
    }

    @Override
    protected FaultInjector injector() {
        return new DiskLatencyInjector();
    }

    @Override
    protected Failure failure() {
        return Failure.of(FailureType.DISK_LATENCY, 1, 1);
    }

    @Override
    protected FaultTarget target() {
        return Target.withDisk(directory, cgroup);
    }

    @Override
    protected void activity() {
        writeMillis();
    }

    @Override
    protected String observed() throws IOException {
        return Cgroups.ioLimit(cgroup);
    }

    private long writeMillis() {
        child.say("");
        return Long.parseLong(child.line());
    }

    private long medianMillis() {
        return IntStream.range(0, 3).mapToLong(i -> writeMillis()).sorted().toArray()[1];
    }

    @Test
    void writesTakeLongerTheMoreSevereItIs() {
        try (ActiveFault fault = injector().inject(failure(), target(), journal)) {
            fault.severity(0.3);
            assertThat(medianMillis()).isBetween(100L, 700L);
            fault.severity(1);
            assertThat(medianMillis()).isBetween(700L, 5_000L);
            assertThat(fault.evidence().hits()).isGreaterThanOrEqualTo(6);
            assertThat(fault.evidence().readBack()).contains("3");
            fault.severity(0);
            assertThat(medianMillis()).as("between two pulses").isLessThan(500);
        }
        assertThat(medianMillis()).as("not slowed any more").isLessThan(500);
    }

    @Test
    void aSeverityThatNobodyFeelsIsNoProof() {
        try (ActiveFault fault = injector().inject(failure(), target(), journal)) {
            fault.severity(0.01);
            writeMillis();
            assertThat(fault.evidence().tookEffect()).isFalse();
        }
    }

    @Test
    void othersOnTheSameDiskAreNotSlowed() {
        try (Child other =
                        Child.start(WriteMain.class, directory.resolve("other").toString());
                ActiveFault fault = injector().inject(failure(), target(), journal)) {
            other.line();
            fault.severity(1);
            child.say("");
            long sum = 0;
            for (int i = 0; i < 5; i++) {
                other.say("");
                sum += Long.parseLong(other.line());
            }
            child.line();
            assertThat(sum).as("five writes of another process, in ms").isLessThan(3_000);
        }
    }

    @Test
    void bringsBackALimitThatWasThereBefore() throws IOException {
        assumeThat(cgroup.resolve("io.max")).doesNotExist();
        String device = BlockDevice.of(directory).numbers();
        Files.writeString(cgroup.resolve("blkio.throttle.write_iops_device"), device + " 70");
        String before = observed();
        try (ActiveFault fault = injector().inject(failure(), target(), journal)) {
            fault.severity(1);
            assertThat(observed()).isNotEqualTo(before).contains(device + " 3");
            assertThat(journal.open()).hasSize(2).allMatch(UndoAction.Restore.class::isInstance);
        }
        assertThat(observed()).isEqualTo(before).contains(device + " 70");
    }
}
