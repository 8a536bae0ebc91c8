package io.lifeboat.fault.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.Failure.Direction;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.testkit.Await;
import java.io.IOException;
import java.net.SocketException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Cuts of both ways and of one. */
class LinkCutTests extends EchoOverLink {

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
}
