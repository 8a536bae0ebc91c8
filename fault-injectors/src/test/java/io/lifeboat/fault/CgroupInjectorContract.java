package io.lifeboat.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.fault.testkit.Cgroups;
import io.lifeboat.fault.testkit.Child;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What injectors by a limit of the node's cgroup must keep besides. Each test has a cgroup with a child in it. */
public abstract class CgroupInjectorContract extends FaultInjectorContract {

    protected Path cgroup;
    protected Child child;

    /** A cgroup with the limit; ends the test as aborted where that cannot be. */
    protected abstract Path createCgroup();

    /** A child that says a line when it has begun. */
    protected abstract Child startChild();

    @BeforeEach
    void startChildInCgroup() throws IOException {
        cgroup = createCgroup();
        child = startChild();
        Cgroups.add(cgroup, child.pid());
        child.line();
    }

    @AfterEach
    void removeBoth() {
        if (child != null) {
            child.close();
        }
        if (cgroup != null) {
            Cgroups.remove(cgroup);
        }
    }

    @Test
    void closesInPeaceWhenTheCgroupIsGone() throws Exception {
        ActiveFault fault = injector().inject(failure(), target(), journal);
        fault.severity(1);
        activity();
        fault.evidence();
        child.close();
        Cgroups.remove(cgroup);
        fault.severity(0.5);
        fault.close();
        assertThat(fault.evidence().tookEffect()).isTrue();
        assertThat(journal.open()).isEmpty();
    }
}
