package io.lifeboat.fault.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.fault.testkit.Await;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatagramRelayTests {

    private static final InetAddress LOCAL = InetAddress.getLoopbackAddress();
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int SILENCE_MILLIS = 300;

    private final FaultyLink link = new FaultyLink("n9", LOCAL);
    private DatagramSocket server;
    private DatagramSocket client;
    private InetSocketAddress relay;

    @BeforeEach
    void open() throws IOException {
        server = new DatagramSocket(new InetSocketAddress(LOCAL, 0));
        client = new DatagramSocket(new InetSocketAddress(LOCAL, 0));
        relay = link.datagramFromNode((InetSocketAddress) server.getLocalSocketAddress());
    }

    @AfterEach
    void close() {
        link.close();
        server.close();
        client.close();
    }

    private static void send(DatagramSocket from, String text, InetSocketAddress to) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        from.send(new DatagramPacket(bytes, bytes.length, to));
    }

    private static DatagramPacket receive(DatagramSocket socket, int millis) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_507], 65_507);
        socket.setSoTimeout(millis);
        socket.receive(packet);
        return packet;
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
    }

    private int arrivedOf(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            send(client, "x", relay);
        }
        int arrived = 0;
        try {
            for (; arrived < count; arrived++) {
                receive(server, SILENCE_MILLIS);
            }
        } catch (SocketTimeoutException e) {
            // No more of them come.
            return arrived;
        }
        return arrived;
    }

    @Test
    void passesOnDatagramsOfAllSizesAndTheAnswers() throws IOException {
        for (String sent : new String[] {"", "ping", "z".repeat(60_000), "short"}) {
            send(client, sent, relay);
            DatagramPacket packet = receive(server, PATIENCE_MILLIS);
            assertThat(text(packet)).isEqualTo(sent);
            send(server, "re:" + sent, (InetSocketAddress) packet.getSocketAddress());
            DatagramPacket answer = receive(client, PATIENCE_MILLIS);
            assertThat(text(answer)).isEqualTo("re:" + sent);
            assertThat(answer.getSocketAddress()).isEqualTo(relay);
        }
    }

    @Test
    void theCutWayDropsThemForGood() throws IOException {
        Applied cut = link.outbound().apply(1);
        cut.set(Impairment.ofLoss(1));
        assertThat(arrivedOf(20)).isZero();
        Await.until("all were counted", () -> cut.hits() == 20);
        cut.remove();
        assertThat(arrivedOf(20)).isEqualTo(20);
    }

    @Test
    void theOtherWayDoesNotMatter() throws IOException {
        link.inbound().apply(1).set(Impairment.ofLoss(1));
        assertThat(arrivedOf(20)).isEqualTo(20);
    }

    @Test
    void lossDropsItsShare() throws IOException {
        Applied loss = link.outbound().apply(1);
        loss.set(Impairment.ofLoss(0.5));
        int arrived = arrivedOf(200);
        assertThat(arrived).isBetween(50, 150);
        assertThat(loss.hits()).isEqualTo(200 - arrived);
    }

    @Test
    void latencyDelaysThem() throws IOException {
        send(client, "warm", relay);
        receive(server, PATIENCE_MILLIS);
        link.outbound().apply(1).set(Impairment.ofLatency(Duration.ofMillis(150), Duration.ZERO));
        long begin = System.nanoTime();
        send(client, "late", relay);
        assertThat(text(receive(server, PATIENCE_MILLIS))).isEqualTo("late");
        assertThat(System.nanoTime() - begin).isGreaterThan(140_000_000L);
    }

    @Test
    void aNarrowLinkDropsWhatWouldWaitTooLong() throws IOException {
        link.outbound().apply(1).set(Impairment.ofBandwidth(1));
        assertThat(arrivedOf(100)).isLessThan(5);
    }
}
