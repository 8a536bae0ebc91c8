package io.lifeboat.benchmarks.speed;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.lifeboat.engine.Engine;
import io.lifeboat.engine.EngineConfig;
import io.lifeboat.engine.EngineEvent;
import io.lifeboat.engine.prediction.FailurePredictor;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.prediction.learned.LearnedModels;
import io.lifeboat.engine.prediction.learned.LearnedPredictor;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import io.lifeboat.engine.telemetry.TelemetrySource;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/**
 * One tick of a large fleet: what was reported is taken in and every component of every node is predicted, or all that an
 * engine does in a tick.
 */
public final class TickBenchmark {

    /** What a tick costs by this clock, garbage collection included, does not depend on who else uses the machine. */
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Fleet fleet;
    private final int every;
    private double check;
    private int alerts;
    private long cpuNanos;
    private long allocated;

    private TickBenchmark(Fleet fleet, int every) {
        this.fleet = fleet;
        this.every = every;
    }

    /**
     * @param args trend or learned, predict or engine, number of nodes, a node reports every so many ticks, ticks measured, and
     *     milliseconds from one of these to the next: 1000 as in use, where collectors that run beside the program have the time between;
     *     0, or none, for one after the other
     */
    public static void main(String[] args) throws InterruptedException {
        int nodes = Integer.parseInt(args[2]);
        int every = Integer.parseInt(args[3]);
        TickBenchmark benchmark = new TickBenchmark(new Fleet(nodes, every), every);
        boolean whole = args[1].equals("engine");
        FailurePredictor predictor = benchmark.predictor(args[0]);
        BiConsumer<List<TelemetryFrame>, Instant> tick =
                whole ? benchmark.engine(predictor, args[0]) : benchmark.prediction(predictor);
        Histogram micros = benchmark.run(tick, Integer.parseInt(args[4]), args.length > 5 ? Long.parseLong(args[5]) : 0);
        System.out.printf(
                Locale.ROOT,
                "%s %s, %d nodes, a node reports every %d ticks: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms"
                        + ", processor time %.1f ms and %.1f MB allocated a tick (%d ticks; heap %d MB, %d alerts, check %.6f)%n",
                args[0],
                args[1],
                nodes,
                every,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(90) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3,
                benchmark.cpuNanos / 1e6 / micros.getTotalCount(),
                benchmark.allocated / 1e6 / micros.getTotalCount(),
                micros.getTotalCount(),
                heap(),
                benchmark.alerts,
                benchmark.check);
        check(predictor, benchmark.fleet.now());
    }

    /** Keeps what is measured alive until the heap has been looked at. */
    private static void check(FailurePredictor predictor, Instant now) {
        if (predictor.predict(now).isEmpty()) {
            throw new IllegalStateException("Nothing was predicted.");
        }
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private FailurePredictor predictor(String name) {
        return switch (name) {
            case "trend" -> new TrendPredictor(fleet.settings());
            case "learned" -> new LearnedPredictor(LearnedModels.forLocalNodes(), fleet.settings());
            default -> throw new IllegalArgumentException("Unknown predictor: " + name + ". Maybe trend or learned.");
        };
    }

    private BiConsumer<List<TelemetryFrame>, Instant> prediction(FailurePredictor predictor) {
        return (frames, now) -> {
            frames.forEach(predictor::observe);
            List<Prediction> predictions = predictor.predict(now);
            check += predictions
                    .get((int) (now.getEpochSecond() * 7919 % predictions.size()))
                    .probability();
        };
    }

    private BiConsumer<List<TelemetryFrame>, Instant> engine(FailurePredictor predictor, String name) {
        Frames frames = new Frames();
        Duration horizon = name.equals("learned")
                ? LearnedModels.forLocalNodes().horizon()
                : fleet.settings().horizon();
        Engine engine = Engine.builder()
                .operator(new FleetCluster(fleet.names()))
                .telemetry(frames)
                .predictor(predictor)
                .config(EngineConfig.builder()
                        .horizon(horizon)
                        .staleAfter(fleet.settings().staleAfter())
                        .build())
                .listener(this::hear)
                .build();
        return (arrived, now) -> {
            frames.arrived = arrived;
            engine.tick(now);
        };
    }

    private void hear(EngineEvent event) {
        if (event instanceof EngineEvent.Predicted predicted) {
            check += predicted.predictions().get(0).probability();
        } else if (event instanceof EngineEvent.AlertRaised) {
            alerts++;
        }
    }

    private Histogram run(BiConsumer<List<TelemetryFrame>, Instant> tick, int ticks, long paceMillis)
            throws InterruptedException {
        Histogram micros = new Histogram(3);
        int warmUp = 24 * every;
        for (int i = 0; i < warmUp + ticks; i++) {
            List<TelemetryFrame> frames = fleet.next();
            long allocatedBefore = allocatedByAll();
            long cpuBefore = PROCESS.getProcessCpuTime();
            long before = System.nanoTime();
            tick.accept(frames, fleet.now());
            long took = System.nanoTime() - before;
            if (i >= warmUp) {
                micros.recordValue(took / 1_000);
                cpuNanos += PROCESS.getProcessCpuTime() - cpuBefore;
                allocated += allocatedByAll() - allocatedBefore;
                Thread.sleep(Math.max(0, paceMillis - (System.nanoTime() - before) / 1_000_000));
            }
        }
        return micros;
    }

    /** By all threads that live: those that judge go on living. */
    private static long allocatedByAll() {
        return LongStream.of(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    /** Hands over what the fleet reported. */
    private static final class Frames implements TelemetrySource {
        private List<TelemetryFrame> arrived = List.of();

        @Override
        public List<TelemetryFrame> poll() {
            return arrived;
        }
    }
}
