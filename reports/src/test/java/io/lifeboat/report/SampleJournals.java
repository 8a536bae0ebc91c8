package io.lifeboat.report;

import io.lifeboat.report.journal.JournalEntry;
import io.lifeboat.report.journal.JournalEntry.AlertRaised;
import io.lifeboat.report.journal.JournalEntry.Fact;
import io.lifeboat.report.journal.JournalEntry.FaultCleared;
import io.lifeboat.report.journal.JournalEntry.FaultInjected;
import io.lifeboat.report.journal.JournalEntry.FaultOutcome;
import io.lifeboat.report.journal.JournalEntry.FaultSeverity;
import io.lifeboat.report.journal.JournalEntry.Finished;
import io.lifeboat.report.journal.JournalEntry.Grounds;
import io.lifeboat.report.journal.JournalEntry.Guarantee;
import io.lifeboat.report.journal.JournalEntry.HealthSample;
import io.lifeboat.report.journal.JournalEntry.HorizonSet;
import io.lifeboat.report.journal.JournalEntry.Judged;
import io.lifeboat.report.journal.JournalEntry.LoadInterval;
import io.lifeboat.report.journal.JournalEntry.MigrationAdvanced;
import io.lifeboat.report.journal.JournalEntry.MigrationQueued;
import io.lifeboat.report.journal.JournalEntry.MigrationStarted;
import io.lifeboat.report.journal.JournalEntry.NodeAdded;
import io.lifeboat.report.journal.JournalEntry.NodeCrashed;
import io.lifeboat.report.journal.JournalEntry.NodeStatusChanged;
import io.lifeboat.report.journal.JournalEntry.Opinion;
import io.lifeboat.report.journal.JournalEntry.PhaseStarted;
import io.lifeboat.report.journal.JournalEntry.Started;
import io.lifeboat.report.journal.JournalEntry.TelemetrySample;
import io.lifeboat.report.journal.JournalEntry.ThresholdsSet;
import io.lifeboat.report.journal.JournalEntry.WorkloadDeployed;
import io.lifeboat.report.journal.JournalWriter;
import io.lifeboat.report.journal.Phase;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;

/** Journals as real experiments write them, made up in virtual time from a fixed seed. */
public final class SampleJournals {

    private static final long MS = 1000;

    private SampleJournals() {}

    /** A run-up to a crash; with the engine acting the workload leaves before it. */
    public static List<JournalEntry> runUpToACrash(String name, boolean moved, boolean simulated) {
        List<JournalEntry> all = new ArrayList<>(preamble(name, simulated, 3));
        all.add(new PhaseStarted(0, Phase.BASELINE));
        all.add(new PhaseStarted(5000 * MS, Phase.FAULT));
        all.add(new PhaseStarted(16000 * MS, Phase.RECOVERY));
        all.add(new FaultInjected(
                5000 * MS,
                "f1",
                "CPU_THROTTLE",
                "node-1",
                0.95,
                5000 * MS,
                "cgroup-v1",
                "cpu.cfs_quota_us",
                simulated));
        for (int i = 1; i <= 10; i++) {
            all.add(new FaultSeverity((5000 + i * 500) * MS, "f1", 0.095 * i));
        }
        all.add(new NodeCrashed(10400 * MS, "f1", "node-1"));
        all.add(new FaultCleared(16000 * MS, "f1", 184, "throttled periods", "quota 5000 of 100000 µs", null));
        all.add(new FaultOutcome(20000 * MS, "node-1", "CPU", 5000 * MS, 10400 * MS, null));
        all.add(new HorizonSet(0, 10_000_000));
        all.add(new ThresholdsSet(5600 * MS, "node-1", "CPU", 0.2, 0.35, 0.6));
        health(all, 3);
        signals(all);
        all.add(alert(6600 * MS, "WARNING", 0.46, 0.35));
        all.add(alert(7100 * MS, "CRITICAL", 0.78, 0.6));
        migration(all, moved);
        load(all, moved);
        all.add(new Judged(20000 * MS, "migration", "WHOLE", moved, "at most 5.0 s", moved ? "3.1 s" : "never", ""));
        all.add(new Judged(
                20000 * MS, "error rate", "WHOLE", moved, "at most 0.1 %", moved ? "0 %" : "26 %", "connection reset"));
        all.add(new Judged(20000 * MS, "prediction", "WHOLE", true, "at least 2.0 s ahead", "3.8 s ahead", ""));
        all.add(new Finished(
                20000 * MS,
                moved ? "passed" : "failed",
                moved
                        ? "all 3 expectations were met"
                        : "migration: required at most 5.0 s, observed never (and 1 more of 3)"));
        all.sort(Comparator.comparingLong(JournalEntry::at));
        return all;
    }

    /** An experiment that could not be carried out: the steady state was not met. */
    public static List<JournalEntry> aborted() {
        List<JournalEntry> all = new ArrayList<>(preamble("orders survive", false, 2));
        all.add(new PhaseStarted(0, Phase.BASELINE));
        Histogram latencies = new Histogram(3);
        latencies.recordValueWithCount(1500, 10);
        all.add(new LoadInterval(1000 * MS, "load", 1000 * MS, 8, 2, encode(latencies), "refused <again>"));
        all.add(new MigrationQueued(1200 * MS, "orders-1", "node-1", "no node has 2 CPUs free"));
        all.add(new Finished(1500 * MS, "aborted", "the steady state was not met: 20 % of the requests failed"));
        return all;
    }

    /** Raw signals of node-1 up to its crash; its disk reports nothing. */
    private static void signals(List<JournalEntry> all) {
        for (long at = 0; at < 10400; at += 500) {
            double throttled = at < 5500 ? 0 : Math.min(0.9, (at - 5000) / 5000.0);
            all.add(new TelemetrySample(at * MS, "node-1", "CPU_THROTTLED", "share", throttled));
            all.add(new TelemetrySample(at * MS, "node-1", "CPU_UTILISATION", "share", 0.4 + throttled / 2));
        }
        all.add(new NodeStatusChanged(10500 * MS, "node-1", "CORDONED", "DOWN"));
    }

    /** As many nodes as asked for, all with health samples, one of them faulty. */
    public static List<JournalEntry> manyNodes(int nodes) {
        List<JournalEntry> all = new ArrayList<>(runUpToACrash("thousand", true, true));
        health(all, nodes);
        all.sort(Comparator.comparingLong(JournalEntry::at));
        return all;
    }

    public static void write(Path file, List<JournalEntry> entries) {
        try (JournalWriter writer = JournalWriter.open(file)) {
            entries.forEach(writer::write);
        }
    }

    private static List<JournalEntry> preamble(String name, boolean simulated, int nodes) {
        List<JournalEntry> all = new ArrayList<>();
        all.add(new Started(
                0,
                "orders",
                name,
                "com.example.OrdersTests",
                "ordersSurviveADyingCpu",
                "2026-11-24T13:00:00Z",
                42,
                simulated ? "simulated" : "local",
                "acting",
                "mvn test -Dtest=OrdersTests#ordersSurviveADyingCpu -Dlifeboat.seed=42",
                List.of(
                        new Fact("JDK", "17.0.13"),
                        new Fact("CPU throttle", "cgroup v1 quota"),
                        new Fact("Processors", "2"))));
        for (int i = 1; i <= nodes; i++) {
            all.add(new NodeAdded(0, "node-" + i, 2, 1L << 30));
        }
        all.add(new WorkloadDeployed(0, "orders-1", "orders", "node-1", "HIGH", 1_000_000));
        return all;
    }

    private static AlertRaised alert(long at, String tier, double probability, double threshold) {
        return new AlertRaised(
                at,
                "node-1",
                "CPU",
                tier,
                probability,
                threshold,
                10_000_000,
                List.of(
                        "throttled time 38 % of a period, tolerance 60 %, reached in 1.9 s",
                        "run-queue delay 4 times its own baseline"),
                new Grounds(
                        probability - 0.12,
                        probability + 0.1,
                        List.of(0.7, 0.3),
                        List.of(
                                new Opinion("trend", probability, false),
                                new Opinion("gradient boosting", probability + 0.06, false),
                                new Opinion("LSTM", 0, true)),
                        new Guarantee(0.01, 0.3)));
    }

    private static void migration(List<JournalEntry> all, boolean moved) {
        all.add(new MigrationStarted(
                7150 * MS, "m1", "orders-1", "node-1", "node-3", "PLANNED", "healthiest with room; 2 of 2 CPUs free"));
        all.add(new MigrationAdvanced(7150 * MS, "m1", "orders-1", "STARTING", null, null, null));
        if (moved) {
            all.add(new MigrationAdvanced(8000 * MS, "m1", "orders-1", "SWITCHING", null, null, null));
            all.add(new MigrationAdvanced(8100 * MS, "m1", "orders-1", "DRAINING", null, 12 * MS, null));
            all.add(new MigrationAdvanced(8900 * MS, "m1", "orders-1", "COMPLETED", null, 12 * MS, null));
        } else {
            all.add(new MigrationAdvanced(
                    9800 * MS, "m1", "orders-1", "ROLLED_BACK", "node-3 was not ready within 2.5 s", null, null));
        }
    }

    private static void health(List<JournalEntry> all, int nodes) {
        for (int node = 1; node <= nodes; node++) {
            for (String component : List.of("CPU", "MEMORY", "DISK", "NETWORK")) {
                for (long at = 0; at < 20000; at += nodes > 10 ? 5000 : 200) {
                    boolean sick = node == 1 && component.equals("CPU") && at > 5400;
                    double probability = sick ? Math.min(0.98, (at - 5400) / 2600.0) : 0.01;
                    all.add(new HealthSample(
                            at * MS,
                            "node-" + node,
                            component,
                            probability,
                            100 * (1 - probability),
                            component.equals("DISK"),
                            component.equals("DISK") ? null : Math.max(0, probability - 0.1),
                            component.equals("DISK") ? null : Math.min(1, probability + 0.08)));
                }
            }
        }
    }

    private static void load(List<JournalEntry> all, boolean moved) {
        Random random = new Random(7);
        for (long end = 250; end <= 20000; end += 250) {
            boolean slow = end > 5500 && (end <= 8250 || !moved && end <= 10400);
            boolean dead = !moved && end > 10400 && end <= 16000;
            Histogram latencies = new Histogram(3);
            for (int i = 0; i < 50; i++) {
                double base = 2500 * Math.exp(random.nextGaussian() * 0.4);
                latencies.recordValue(
                        (long) (dead ? 1_000_000 + base : slow ? base * (1 + (end - 5500) / 250.0) : base));
            }
            all.add(new LoadInterval(
                    end * MS,
                    "load",
                    250 * MS,
                    dead ? 0 : 50,
                    dead ? 50 : 0,
                    encode(latencies),
                    dead ? "java.net.ConnectException: Connection refused" : null));
        }
    }

    static String encode(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }
}
