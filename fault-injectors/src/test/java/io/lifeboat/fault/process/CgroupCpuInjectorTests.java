package io.lifeboat.fault.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Availability;
import io.lifeboat.fault.CgroupInjectorContract;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultInjector;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.testkit.Await;
import io.lifeboat.fault.testkit.Cgroups;
import io.lifeboat.fault.testkit.Child;
import io.lifeboat.fault.testkit.Proc;
import io.lifeboat.fault.testkit.SpinMain;
import io.lifeboat.fault.testkit.Target;
import io.lifeboat.fault.undo.UndoAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CgroupCpuInjectorTests extends CgroupInjectorContract {

    private static final long SECOND = 1_000_000_000L;

    @Override
    protected Path createCgroup() {
        return Cgroups.create();
    }

    @Override
    protected Child startChild() {
        return Child.start(SpinMain.class);
    }

    @Override
    protected FaultInjector injector() {
        return new CgroupCpuInjector();
    }

    @Override
    protected Failure failure() {
        return Failure.of(FailureType.CPU_THROTTLE, 1, 1);
    }

    @Override
    protected FaultTarget target() {
        return Target.of(cgroup, child.pid());
    }

    @Override
    protected void activity() {
        Await.until(
                "the spinning child is throttled",
                () -> Files.readString(cgroup.resolve("cpu.stat"))
                        .lines()
                        .anyMatch(line -> line.matches("nr_throttled [1-9].*")));
    }

    @Override
    protected String observed() throws IOException {
        return Cgroups.quota(cgroup);
    }

    @Test
    void leavesTheShareThatTheSeverityLeaves() {
        try (ActiveFault fault = injector().inject(failure(), target(), journal)) {
            fault.severity(0.8);
            assertThat(coresUsed()).isBetween(0.05, 0.4);
            fault.severity(0.98);
            assertThat(coresUsed()).isBetween(0.001, 0.12);
            assertThat(fault.evidence().hits()).isGreaterThan(20);
        }
        assertThat(coresUsed()).as("not throttled any more").isGreaterThan(0.3);
    }

    private double coresUsed() {
        long begin = System.nanoTime();
        long before = Proc.cpuNanos(child.pid());
        Await.elapse(Duration.ofNanos(SECOND));
        return (double) (Proc.cpuNanos(child.pid()) - before) / (System.nanoTime() - begin);
    }

    @Test
    void bringsBackAQuotaThatWasThereBefore() throws IOException {
        if (Files.exists(cgroup.resolve("cpu.max"))) {
            Files.writeString(cgroup.resolve("cpu.max"), "70000 80000");
        } else {
            Files.writeString(cgroup.resolve("cpu.cfs_period_us"), "80000");
            Files.writeString(cgroup.resolve("cpu.cfs_quota_us"), "70000");
        }
        String before = observed();
        try (ActiveFault fault = injector().inject(failure(), target(), journal)) {
            fault.severity(0.9);
            assertThat(observed()).isNotEqualTo(before);
            assertThat(journal.open()).isNotEmpty().allMatch(UndoAction.Restore.class::isInstance);
        }
        assertThat(observed()).isEqualTo(before);
    }

    @Test
    void refusesADirectoryWithoutQuota(@TempDir Path directory) {
        assertThat(injector().availability(failure(), Target.of(directory, child.pid())))
                .isInstanceOfSatisfying(
                        Availability.Unavailable.class,
                        no -> assertThat(no.remedy()).startsWith("Maybe "));
    }
}
