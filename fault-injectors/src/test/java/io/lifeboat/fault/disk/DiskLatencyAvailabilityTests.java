package io.lifeboat.fault.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.fault.Availability;
import io.lifeboat.fault.Availability.Unavailable;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.testkit.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told where a disk cannot be slowed; needs no rights at all. */
class DiskLatencyAvailabilityTests {

    @TempDir
    private Path directory;

    @Test
    void aNodeWithoutCgroupNeedsRootOrADelegatedOne() {
        assertUnavailable(Target.withDisk(directory, null), "n1");
    }

    @Test
    void aCgroupWithoutLimitIsOfNoUse() {
        assertUnavailable(Target.withDisk(directory, directory), "n1");
    }

    @Test
    void aDirectoryInMemoryIsNotOnADisk() {
        assertUnavailable(Target.withDisk(Path.of("/proc/self"), directory), "proc on /proc");
    }

    @Test
    void aDirectoryThatIsNotThereIsNamed() {
        assertUnavailable(Target.withDisk(directory.resolve("missing"), directory), "missing");
    }

    private static void assertUnavailable(Target target, String reason) {
        Availability availability =
                new DiskLatencyInjector().availability(Failure.of(FailureType.DISK_LATENCY, 1, 1), target);
        assertThat(availability).isInstanceOfSatisfying(Unavailable.class, no -> {
            assertThat(no.reason()).contains(reason);
            assertThat(no.remedy()).startsWith("Maybe ");
        });
    }
}
