package io.lifeboat.benchmarks;

import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LoadResult;
import io.lifeboat.junit.load.LoadConfig;
import io.lifeboat.junit.load.LoadGenerators;
import io.lifeboat.junit.load.ManagedLoadGenerator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/** What different ways of measuring say about the same stalled server, and what our generator costs by itself. */
public final class LoadBenchmark {

    private LoadBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        ownCost();
        stalled();
    }

    private static ManagedLoadGenerator generator() {
        return LoadGenerators.create(LoadConfig.realTime(
                1, System::nanoTime, sample -> {}, new SimpleMeterRegistry(), OptionalLong::empty));
    }

    /** The action does nothing: all latency is the generator's. */
    private static void ownCost() {
        for (int rate : new int[] {1_000, 1_000, 5_000, 10_000, 50_000, 100_000}) {
            try (ManagedLoadGenerator load = generator()) {
                LoadGenerator.Action nothing = () -> null;
                print("own cost at " + rate + "/s", load.rate(rate).forDuration("4s").run(nothing));
            }
        }
    }

    private static void stalled() throws IOException, InterruptedException {
        try (StalledServer server = new StalledServer();
                ManagedLoadGenerator load = generator()) {
            print("lifeboat, open loop 200/s", load.rate(200).forDuration("15s").get(server.uri()));
        }
        try (StalledServer server = new StalledServer()) {
            closedLoop(server.uri());
        }
        try (StalledServer server = new StalledServer()) {
            wrk(server.uri());
        }
    }

    /** As JUnitPerf and its kind measure: one user at a limited rate, timed from when the request is sent. */
    private static void closedLoop(URI uri) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        Histogram latencies = new Histogram(3_600_000_000L, 3);
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (System.nanoTime() < end) {
            long sent = System.nanoTime();
            client.send(request, HttpResponse.BodyHandlers.discarding());
            long micros = (System.nanoTime() - sent) / 1000;
            latencies.recordValue(micros);
            Thread.sleep(Math.max(0, 5 - micros / 1000));
        }
        print("closed loop, 1 user at up to 200/s", new LoadResult("closed", latencies.getTotalCount(), 0,
                Duration.ofSeconds(15), null, latencies));
    }

    private static void wrk(URI uri) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("wrk", "-t1", "-c1", "-d15s", "--latency", uri.toString())
                .redirectErrorStream(true)
                .start();
        System.out.println(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        process.waitFor();
    }

    private static void print(String what, LoadResult result) {
        System.out.printf(
                "%-36s %8d requests %6.0f/s  p50 %9.3f  p90 %9.3f  p99 %9.3f  max %9.3f ms  failed %d%n",
                what,
                result.requests(),
                result.throughput(),
                result.percentile(50).toNanos() / 1e6,
                result.percentile(90).toNanos() / 1e6,
                result.percentile(99).toNanos() / 1e6,
                result.max().toNanos() / 1e6,
                result.failed());
    }
}
