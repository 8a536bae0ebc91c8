package io.lifeboat.fault.undo;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.disk.DiskLatencyInjector;
import io.lifeboat.fault.process.CgroupCpuInjector;
import io.lifeboat.fault.process.PauseInjector;
import io.lifeboat.fault.testkit.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A test run in the middle of its faults: a directory with files, a stopped child, a child that is not marked but
 * stopped, and, given a cgroup for processors and one for disks, a throttled one. Prints the ids of its children and the mark, then waits to be killed.
 */
final class HarmMain {

    private HarmMain() {}

    public static void main(String[] args) throws IOException {
        UndoSession session = UndoSession.open(Path.of(args[0]));
        Files.writeString(session.newDirectory("a b").resolve("file"), "x");
        Process marked = child(session, "setsid sh -c 'sleep 1000 & exec sleep 1001' & exec sleep 1002");
        Process victim = new ProcessBuilder("/bin/sh", "-c", "exec sleep 60").start();
        List<ActiveFault> faults = new ArrayList<>();
        faults.add(new PauseInjector()
                .inject(Failure.of(FailureType.PROCESS_PAUSE, 1, 1), Target.of(marked.pid(), victim.pid()), session));
        if (args.length > 1) {
            Path cgroup = Path.of(args[1]);
            session.register(new UndoAction.RemoveCgroup(cgroup));
            Files.writeString(cgroup.resolve("cgroup.procs"), Long.toString(marked.pid()));
            Path ioCgroup = Path.of(args[2]);
            session.register(new UndoAction.RemoveCgroup(ioCgroup));
            Files.writeString(ioCgroup.resolve("cgroup.procs"), Long.toString(marked.pid()));
            faults.add(new DiskLatencyInjector()
                    .inject(
                            Failure.of(FailureType.DISK_LATENCY, 1, 1),
                            Target.withDisk(Path.of(args[0]), ioCgroup),
                            session));
            faults.add(new CgroupCpuInjector()
                    .inject(Failure.of(FailureType.CPU_THROTTLE, 1, 1), Target.of(cgroup, marked.pid()), session));
        }
        faults.forEach(fault -> fault.severity(1));
        System.out.println(marked.pid());
        System.out.println(victim.pid());
        System.out.println(session.marker().name() + "=" + session.marker().value());
        if (System.in.read() >= 0) {
            faults.forEach(ActiveFault::close);
            session.close();
        }
        victim.destroyForcibly();
    }

    private static Process child(UndoSession session, String script) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", script);
        builder.environment().put(session.marker().name(), session.marker().value());
        return builder.start();
    }
}
