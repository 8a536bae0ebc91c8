package io.lifeboat.fault.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.testkit.Await;
import io.lifeboat.fault.testkit.Proc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultyLinkTests {

    private static final int BULK = 4 << 20;

    private final FaultyLink link = new FaultyLink("n7", InetAddress.getLoopbackAddress());

    @AfterEach
    void close() {
        link.close();
    }

    @Test
    void theSameUpstreamHasOneAddressAndBothWaysHaveTheirOwn() throws IOException {
        try (Server server = Server.echo()) {
            assertThat(link.toNode(server.address())).isEqualTo(link.toNode(server.address()));
            assertThat(link.toNode(server.address())).isNotEqualTo(link.fromNode(server.address()));
        }
    }

    @Test
    void bulkDataArrivesWholeAndInOrderAlsoWhileLatencyJittersAndSegmentsAreLost() throws Exception {
        try (Server server = Server.echo();
                Client client = new Client(link.toNode(server.address()))) {
            byte[] sent = new byte[BULK];
            new Random(7).nextBytes(sent);
            Applied in = link.inbound().apply(1);
            Applied out = link.outbound().apply(2);
            CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> sendAll(client, sent));
            CompletableFuture<Void> trouble = CompletableFuture.runAsync(() -> trouble(in, out));
            byte[] received = client.socket.getInputStream().readNBytes(BULK);
            sender.join();
            trouble.join();
            assertThat(sha256(received)).isEqualTo(sha256(sent));
            assertThat(client.socket.getInputStream().read()).isEqualTo(-1);
            assertThat(in.hits() + out.hits()).isPositive();
        }
    }

    private static void sendAll(Client client, byte[] bytes) {
        try {
            client.socket.getOutputStream().write(bytes);
            client.socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void trouble(Applied in, Applied out) {
        for (int i = 0; i < 5; i++) {
            in.set(Impairment.ofLatency(Duration.ofMillis(10), Duration.ofMillis(10)));
            out.set(i % 2 == 0 ? Impairment.ofLoss(0.05) : Impairment.ofBandwidth(20_000_000));
            Await.elapse(Duration.ofMillis(40));
            in.set(i % 2 == 0 ? Impairment.ofLoss(1) : Impairment.NONE);
            Await.elapse(Duration.ofMillis(20));
        }
        in.remove();
        out.remove();
    }

    private static byte[] sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    @Test
    void aHalfClosedConnectionStillAnswers() throws IOException {
        try (Server server = new Server(socket -> {
                    int count = socket.getInputStream().readAllBytes().length;
                    socket.getOutputStream().write(("got " + count).getBytes());
                });
                Client client = new Client(link.toNode(server.address()))) {
            client.send("12345");
            client.socket.shutdownOutput();
            assertThat(client.receive(5)).isEqualTo("got 5");
            assertThat(client.socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aHalfClosedConnectionStillAnswersOnASlowLink() throws IOException {
        link.inbound().apply(1).set(Impairment.ofLatency(Duration.ofMillis(50), Duration.ZERO));
        aHalfClosedConnectionStillAnswers();
    }

    @Test
    void aResetIsPassedOnToTheClient() throws IOException {
        try (Server server = new Server(socket -> {
                    socket.getInputStream().read();
                    socket.setSoLinger(true, 0);
                });
                Client client = new Client(link.toNode(server.address()))) {
            client.send("x");
            assertThatThrownBy(() -> client.socket.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void aResetIsPassedOnToTheServer() throws IOException {
        CompletableFuture<String> seen = new CompletableFuture<>();
        try (Server server = new Server(socket -> {
                    try {
                        socket.getInputStream().read();
                        seen.complete("read " + socket.getInputStream().read());
                    } catch (SocketException e) {
                        seen.complete("reset");
                    }
                });
                Client client = new Client(link.toNode(server.address()))) {
            client.send("x");
            server.awaitAccepted(1);
            client.reset();
            assertThat(seen.join()).isEqualTo("reset");
        }
    }

    @Test
    void whereNobodyListensTheClientIsRefused() throws IOException {
        Server server = Server.echo();
        server.close();
        // The reset may come before or after the kernel has told the client that it is connected.
        assertThatThrownBy(() -> readFrom(link.toNode(server.address()))).isInstanceOf(SocketException.class);
    }

    private static void readFrom(InetSocketAddress address) throws IOException {
        try (Client client = new Client(address)) {
            client.socket.getInputStream().read();
        }
    }

    @Test
    void twoThousandConnectionsLeaveNeitherThreadsNorFiles() throws IOException {
        try (Server server = Server.echo()) {
            connections(server, 50);
            settle(server);
            int filesBefore = Proc.openFiles();
            connections(server, 2_000);
            settle(server);
            Await.until("as many files are open as before", () -> Proc.openFiles() <= filesBefore + 5);
        }
    }

    @Test
    void connectionsThroughASlowLinkLeaveNothingEither() throws IOException {
        try (Server server = Server.echo()) {
            connections(server, 20);
            settle(server);
            int filesBefore = Proc.openFiles();
            Applied slow = link.inbound().apply(1);
            slow.set(Impairment.ofLatency(Duration.ofMillis(1), Duration.ofMillis(1)));
            connections(server, 200);
            slow.remove();
            settle(server);
            Await.until("as many files are open as before", () -> Proc.openFiles() <= filesBefore + 5);
        }
    }

    private void connections(Server server, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            try (Client client = new Client(link.toNode(server.address()))) {
                assertThat(client.echo("hello")).isEqualTo("hello");
                if (i % 3 == 0) {
                    client.socket.setSoLinger(true, 0);
                }
            }
        }
    }

    /** Idle threads stay a while in their pool, busy ones must be back in it: only the one that accepts is not. */
    private static void settle(Server server) {
        Await.until(
                "all connections have ended",
                () -> Thread.getAllStackTraces().entrySet().stream()
                                .filter(entry -> entry.getKey().getName().startsWith("lifeboat-link-n7"))
                                .filter(entry -> Arrays.stream(entry.getValue())
                                        .anyMatch(frame -> frame.getClassName().contains("lifeboat")))
                                .count()
                        <= 1);
        assertThat(Server.threads("lifeboat-link-n7")).isLessThan(100);
    }

    @Test
    void thoseWhoTryToConnectDuringACutCostNoThreads() throws IOException {
        List<Client> clients = new ArrayList<>();
        try (Server server = Server.echo()) {
            Applied cut = link.inbound().apply(1);
            cut.set(Impairment.ofLoss(1));
            for (int i = 0; i < 100; i++) {
                clients.add(new Client(link.toNode(server.address())));
            }
            Await.until("the first has arrived", () -> cut.hits() > 0);
            assertThat(Server.threads("lifeboat-link-n7")).isLessThan(10);
            cut.remove();
            for (Client client : clients) {
                assertThat(client.echo("in")).isEqualTo("in");
                client.close();
            }
        }
    }

    @Test
    void aHealthyLinkAddsLittle() throws IOException {
        try (Server server = Server.echo();
                Client direct = new Client(server.address());
                Client through = new Client(link.toNode(server.address()))) {
            median(direct);
            median(through);
            assertThat(median(through) - median(direct)).isLessThan(5_000_000);
        }
    }

    private static long median(Client client) throws IOException {
        long[] nanos = new long[301];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = client.echoNanos();
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }

    @Test
    void closingEndsConnectionsAndThreadsAlsoThoseThatAreCutOff() throws IOException {
        try (Server server = Server.echo();
                Client healthy = new Client(link.toNode(server.address()));
                Client reverse = new Client(link.fromNode(server.address()))) {
            healthy.echo("x");
            reverse.echo("x");
            link.inbound().apply(1).set(Impairment.ofLoss(1));
            healthy.send("stalled");
            try (Client waiting = new Client(link.toNode(server.address()))) {
                waiting.send("x");
                assertThat(waiting.silentFor(100)).isTrue();
                link.close();
                link.close();
                assertEnded(healthy);
                assertEnded(reverse);
                assertEnded(waiting);
            }
        }
        Await.until("no thread is left", () -> Server.threads("lifeboat-link-n7") == 0);
        assertThatThrownBy(() -> link.toNode(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1)))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("n7");
    }

    private static void assertEnded(Client client) throws IOException {
        try {
            assertThat(client.socket.getInputStream().readAllBytes()).isNotNull();
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }
}
