package io.lifeboat.junit.experiment;

import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.load.LoadConfig;
import io.lifeboat.junit.load.LoadGenerators;
import io.lifeboat.junit.load.LoadLifecycle;
import io.lifeboat.junit.load.LoadSample;
import io.lifeboat.junit.load.LoadSink;
import io.lifeboat.junit.load.ManagedLoadGenerator;
import io.lifeboat.junit.plan.ExperimentPlan;
import io.lifeboat.junit.platform.Platform;
import io.lifeboat.junit.platform.SimulatedPlatform;
import io.lifeboat.report.journal.JournalEntry;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/** The load of an experiment: the first one begins it, they end with it, and what they see goes into the journal. */
final class Loads implements LoadSink, LoadLifecycle, AutoCloseable {

    private final ExperimentPlan plan;
    private final ExperimentClock clock;
    private final Recording recording;
    private final SteadyState steadyState;
    private final Runnable begin;
    private final ManagedLoadGenerator generator;

    Loads(
            ExperimentPlan plan,
            Platform platform,
            ExperimentClock clock,
            Recording recording,
            SteadyState steadyState,
            MeterRegistry meters,
            Runnable begin) {
        this.plan = plan;
        this.clock = clock;
        this.recording = recording;
        this.steadyState = steadyState;
        this.begin = begin;
        this.generator = LoadGenerators.create(config(platform, meters));
    }

    private LoadConfig config(Platform platform, MeterRegistry meters) {
        if (platform instanceof SimulatedPlatform simulated) {
            return LoadConfig.virtualTime(
                    plan.seed(), simulated.nanos(), simulated::sleepUntil, this, meters, this, simulated.transport());
        }
        return LoadConfig.realTime(plan.seed(), platform.nanos(), this, meters, this);
    }

    LoadGenerator generator() {
        return generator;
    }

    @Override
    public void started(String name) {
        begin.run();
    }

    @Override
    public OptionalLong endNanos() {
        return OptionalLong.of(clock.nanosAt(plan.end()));
    }

    @Override
    public void interval(LoadSample sample) {
        steadyState.count(sample.succeeded(), sample.failed(), sample.firstFailure());
        if (sample.durationNanos() <= 0) {
            return;
        }
        String histogram = encode(sample.latencies());
        recording.write(at -> new JournalEntry.LoadInterval(
                at,
                sample.load(),
                sample.durationNanos() / 1000,
                sample.succeeded(),
                sample.failed(),
                histogram,
                sample.firstFailure()));
    }

    private static String encode(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(buffer.array(), length));
    }

    @Override
    public void note(String text) {
        recording.note(text);
    }

    @Override
    public void close() {
        generator.close();
    }
}
