package io.lifeboat.fault.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.Failure.Direction;
import io.lifeboat.fault.FailureType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Latency, jitter, loss and bandwidth. */
class LinkDelayTests extends EchoOverLink {

    @Test
    void latencyIsAddedToEachWayAndEndsWithTheFault() throws IOException {
        try (ActiveFault fault = inject(latency(100, 0), 1)) {
            assertThat(client.echoNanos()).isBetween(195 * MILLI, 2_000 * MILLI);
            fault.severity(0.5);
            assertThat(client.echoNanos()).isBetween(95 * MILLI, 1_900 * MILLI);
            assertThat(fault.evidence().hits()).isGreaterThanOrEqualTo(4);
            fault.severity(0);
            assertThat(client.fastestEchoNanos()).isLessThan(90 * MILLI);
        }
    }

    @Test
    void connectingTakesAsLongAsTheWayThereAndBack() throws IOException {
        try (ActiveFault fault = inject(latency(100, 0), 1)) {
            long begin = System.nanoTime();
            try (Client other = new Client(link.toNode(server.address()))) {
                other.echo("x");
            }
            assertThat(System.nanoTime() - begin).isGreaterThan(390 * MILLI);
            assertThat(fault.evidence().tookEffect()).isTrue();
        }
    }

    @Test
    void jitterVariesTheLatency() throws IOException {
        try (ActiveFault fault = inject(latency(40, 40), 1)) {
            long[] nanos = new long[20];
            for (int i = 0; i < nanos.length; i++) {
                nanos[i] = client.echoNanos();
            }
            Arrays.sort(nanos);
            assertThat(nanos[nanos.length - 1] - nanos[0]).isGreaterThan(20 * MILLI);
            assertThat(fault.evidence().tookEffect()).isTrue();
        }
    }

    @Test
    void clearingALatencyDeliversAtOnceWhatIsUnderWay() throws IOException {
        long begin = System.nanoTime();
        try (ActiveFault fault = inject(latency(600_000, 0), 1)) {
            client.send("late");
            assertThat(client.silentFor(100)).isTrue();
            assertThat(fault.evidence().tookEffect()).isTrue();
        }
        assertThat(client.receive(4)).isEqualTo("late");
        assertThat(System.nanoTime() - begin).isLessThan(20_000 * MILLI);
    }

    @Test
    void lossDelaysAStreamAndLosesNothing() throws IOException {
        try (ActiveFault fault = inject(FailureType.NETWORK_CUT, 0.5)) {
            long slowest = 0;
            for (int i = 0; i < 20 && slowest < 190 * MILLI; i++) {
                slowest = Math.max(slowest, client.echoNanos());
            }
            assertThat(slowest).as("sent again after a time-out").isGreaterThan(190 * MILLI);
            assertThat(fault.evidence().tookEffect()).isTrue();
        }
        assertThat(client.echo("all there")).isEqualTo("all there");
    }

    @Test
    void bandwidthLetsPassNoMoreThanItsShare() throws IOException {
        byte[] bytes = new byte[100_000];
        try (ActiveFault fault = inject(bandwidth(1_000_000), 0.9)) {
            long begin = System.nanoTime();
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(bytes));
            client.receive(bytes.length);
            sent.join();
            // 100 kB at 100 kB/s each way, the ways overlapping.
            assertThat(System.nanoTime() - begin).isBetween(800 * MILLI, 8_000 * MILLI);
            assertThat(fault.evidence().tookEffect()).isTrue();
        }
    }

    @Test
    void withoutAnyBandwidthNothingPassesAndEverythingAfterwards() throws IOException {
        byte[] bytes = new byte[50_000];
        try (ActiveFault fault = inject(bandwidth(1_000_000), 1)) {
            send(bytes);
            assertThat(client.silentFor(300)).isTrue();
            assertThat(fault.evidence().tookEffect()).isTrue();
        }
        assertThat(client.receive(bytes.length)).hasSize(bytes.length);
    }

    private static Failure bandwidth(long bytesPerSecond) {
        return new Failure(
                FailureType.NETWORK_BANDWIDTH, 1, Duration.ZERO, Duration.ZERO, bytesPerSecond, Direction.OUTBOUND, 42);
    }

    private void send(byte[] bytes) {
        try {
            client.socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
