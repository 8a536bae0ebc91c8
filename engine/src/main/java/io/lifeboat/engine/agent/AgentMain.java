package io.lifeboat.engine.agent;

import io.lifeboat.engine.telemetry.Metric;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The agent's process. Its arguments are those of {@link AgentOptions}. */
public final class AgentMain {

    private final AgentOptions options;
    private final Tracked tracked = new Tracked();

    private AgentMain(AgentOptions options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws IOException {
        AgentMain agent = new AgentMain(AgentOptions.parse(arguments));
        Threads.start("orders", agent::listen);
        agent.run();
    }

    /** The cluster tells on standard input what belongs to the node. Its end is the end of the node. */
    private void listen() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String line = in.readLine();
            while (line != null) {
                tracked.tell(line);
                line = in.readLine();
            }
        } catch (IOException e) {
            // As good as its end.
        } finally {
            tracked.killWorkloads();
            Runtime.getRuntime().halt(0);
        }
    }

    private void run() throws IOException {
        ScrubRegion region = new ScrubRegion(options.disk().resolve(".scrub"));
        Report.Hello hello = new Report.Hello(
                options.node(), ProcessHandle.current().pid(), region.address().orElse(0), ScrubRegion.BYTES);
        Reporter reporter = new Reporter(options.address(), options.collector(), hello);
        List<Probe> probes = probes(region);
        long interval = options.interval().toNanos();
        long last = System.nanoTime();
        long next = last + interval;
        while (true) {
            LockSupport.parkNanos(next - System.nanoTime());
            long now = System.nanoTime();
            if (now < next) {
                continue;
            }
            Sample sample = new Sample(now, now - last);
            probes.forEach(probe -> probe.measure(sample));
            reporter.send(new Report.Measured(sample.values()));
            last = now;
            // After a stop the missed ticks are not made up for.
            next = Math.max(next + interval, now + interval / 2);
        }
    }

    private List<Probe> probes(ScrubRegion region) throws IOException {
        ThrottledTime throttled = new ThrottledTime(options.cgroup());
        List<Probe> probes = new ArrayList<>();
        probes.add(new MemoryScrubProbe(region));
        probes.add(new CpuUtilisationProbe(tracked, options.cpus()));
        probes.add(new CpuThrottledProbe(throttled));
        probes.add(new CpuStealProbe(throttled));
        probes.add(new SensorProbe(Path.of("/sys")));
        probes.add(new MemoryUsedProbe(tracked, options.memoryBytes()));
        probes.add(new PressureProbe(Path.of("/proc/pressure/memory"), Metric.MEMORY_PRESSURE));
        probes.add(new PressureProbe(Path.of("/proc/pressure/io"), Metric.DISK_PRESSURE));
        probes.add(new DiskProbe(options.disk()));
        probes.add(new NetworkProbe(options.address(), options.echo()));
        probes.add(new LogProbe(tracked));
        return probes;
    }
}
