package io.lifeboat.fault.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.Failure.Direction;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultInjector;
import io.lifeboat.fault.FaultInjectorContract;
import io.lifeboat.fault.FaultTarget;
import io.lifeboat.fault.testkit.Await;
import io.lifeboat.fault.testkit.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkInjectorTests extends FaultInjectorContract {

    private static final long MILLI = 1_000_000;

    private final FaultyLink link = new FaultyLink("n1", InetAddress.getLoopbackAddress());
    private Server server;
    private Client client;

    @BeforeEach
    void connect() throws IOException {
        server = Server.echo();
        client = new Client(link.toNode(server.address()));
        client.echo("hello");
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        link.close();
        server.close();
    }

    @Override
    protected FaultInjector injector() {
        return new LinkInjector();
    }

    @Override
    protected Failure failure() {
        return Failure.of(FailureType.NETWORK_CUT, 1, 42);
    }

    @Override
    protected FaultTarget target() {
        return new Target(link);
    }

    /** Leaves an answer owed. */
    @Override
    protected void activity() throws IOException {
        client.send("owed!");
        assertThat(client.silentFor(200)).isTrue();
    }

    @Override
    protected String observed() throws IOException {
        client.send("x");
        StringBuilder all = new StringBuilder();
        while (all.indexOf("x") < 0) {
            all.append(client.receive(1));
        }
        return "answers";
    }

    private ActiveFault inject(FailureType type, double severity) {
        return inject(Failure.of(type, severity, 42), severity);
    }

    private ActiveFault inject(Failure failure, double severity) {
        ActiveFault fault = injector().inject(failure, target(), journal);
        fault.severity(severity);
        return fault;
    }

    @Test
    void aCutStallsWithoutAnErrorAndEverythingArrivesAfterwards() throws IOException {
        try (ActiveFault fault = inject(FailureType.NETWORK_CUT, 1)) {
            client.send("one");
            assertThat(client.silentFor(300)).isTrue();
            client.send("two");
            assertThat(client.silentFor(100)).isTrue();
            assertThat(fault.evidence().hits()).isPositive();
        }
        assertThat(client.receive(6)).isEqualTo("onetwo");
        assertThat(client.echo("three")).isEqualTo("three");
    }

    @Test
    void aCutHoldsNewConnectionsAndLetsThemInAfterwards() throws IOException {
        ActiveFault fault = inject(FailureType.NETWORK_CUT, 1);
        try (Client first = new Client(link.toNode(server.address()));
                Client second = new Client(link.toNode(server.address()))) {
            first.send("first");
            second.send("second");
            assertThat(first.silentFor(200)).isTrue();
            assertThat(second.silentFor(100)).isTrue();
            assertThat(server.accepted).hasValue(1);
            fault.close();
            assertThat(first.receive(5)).isEqualTo("first");
            assertThat(second.receive(6)).isEqualTo("second");
            assertThat(fault.evidence().tookEffect()).isTrue();
        }
    }

    @Test
    void tryingToConnectAloneIsEvidence() throws IOException {
        try (ActiveFault fault = inject(FailureType.NETWORK_CUT, 1);
                Server late = Server.echo();
                Client other = new Client(link.toNode(late.address()))) {
            assertThat(other.silentFor(100)).isTrue();
            Await.until("it counts", () -> fault.evidence().tookEffect());
            assertThat(late.accepted).hasValue(0);
        }
    }

    @Test
    void aDeathBehindACutIsNotHeardOfBeforeTheCutEnds() throws IOException {
        try (Server dying = new Server(socket -> {
                    socket.getInputStream().read();
                    socket.setSoLinger(true, 0);
                });
                Client other = new Client(link.toNode(dying.address()))) {
            dying.awaitAccepted(1);
            try (ActiveFault fault = inject(failureOneWay(Direction.OUTBOUND), 1)) {
                other.send("x");
                assertThat(other.silentFor(300)).isTrue();
                assertThat(fault.evidence().tookEffect()).isTrue();
            }
            assertThatThrownBy(() -> other.silentFor(Client.PATIENCE_MILLIS))
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    private static Failure failureOneWay(Direction direction) {
        Failure usual = Failure.of(FailureType.NETWORK_CUT_ONE_WAY, 1, 42);
        return new Failure(
                usual.type(), 1, usual.latency(), usual.jitter(), usual.bytesPerSecond(), direction, usual.seed());
    }

    @Test
    void oneWayMeansTheOtherStillWorks() throws IOException {
        CompletableFuture<String> heard = new CompletableFuture<>();
        try (Server talking = new Server(socket -> {
                    socket.getOutputStream().write('a');
                    heard.complete(Integer.toString(socket.getInputStream().read()));
                    socket.getInputStream().read();
                });
                Client other = new Client(link.toNode(talking.address()))) {
            assertThat(other.receive(1)).isEqualTo("a");
            try (ActiveFault fault = inject(failureOneWay(Direction.OUTBOUND), 1)) {
                other.send("b");
                assertThat(heard.join()).isEqualTo(Integer.toString('b'));
                assertThat(client.socket.isConnected()).isTrue();
                client.send("lost");
                assertThat(client.silentFor(200)).isTrue();
                assertThat(fault.evidence().readBack()).contains("one way");
            }
            assertThat(client.receive(4)).isEqualTo("lost");
        }
    }

    @Test
    void inboundMeansTheNodeDoesNotHear() throws IOException {
        CompletableFuture<Integer> heard = new CompletableFuture<>();
        try (Server talking = new Server(socket -> {
                    heard.complete(socket.getInputStream().read());
                });
                Client other = new Client(link.toNode(talking.address()))) {
            talking.awaitAccepted(1);
            try (ActiveFault fault = inject(failureOneWay(Direction.INBOUND), 1)) {
                other.send("b");
                assertThat(other.silentFor(200)).isTrue();
                assertThat(heard).isNotDone();
                assertThat(fault.evidence().tookEffect()).isTrue();
            }
            assertThat(heard.join()).isEqualTo('b');
        }
    }

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

    private static Failure latency(int millis, int jitter) {
        return new Failure(
                FailureType.NETWORK_LATENCY,
                1,
                Duration.ofMillis(millis),
                Duration.ofMillis(jitter),
                1 << 20,
                Direction.OUTBOUND,
                42);
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

    @Test
    void severalFaultsAddUpAndEndOneByOne() throws IOException {
        ActiveFault latency = inject(latency(60, 0), 1);
        ActiveFault cut = inject(FailureType.NETWORK_CUT, 1);
        client.send("x");
        assertThat(client.silentFor(200)).isTrue();
        cut.close();
        client.receive(1);
        assertThat(client.echoNanos()).isGreaterThan(115 * MILLI);
        latency.close();
        assertThat(client.fastestEchoNanos()).isLessThan(100 * MILLI);
        assertThat(latency.evidence().tookEffect()).isTrue();
        assertThat(cut.evidence().tookEffect()).isTrue();
    }

    @Test
    void nothingIsHitWithoutTraffic() {
        try (ActiveFault fault = inject(FailureType.NETWORK_CUT, 1)) {
            Await.elapse(Duration.ofMillis(150));
            fault.severity(0.5);
            fault.severity(1);
            assertThat(fault.evidence().tookEffect()).isFalse();
        }
    }
}
