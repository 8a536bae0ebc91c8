package io.lifeboat.engine.local.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.testkit.Await;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TcpEndpointTests extends EndpointHarness {

    private RawBackend echo(String prefix) throws IOException {
        return open(new RawBackend((socket, connection) -> {
            byte[] all = socket.getInputStream().readAllBytes();
            RawBackend.send(socket, prefix + new String(all, StandardCharsets.ISO_8859_1));
        }));
    }

    @Test
    void theEndOfOneWayIsPassedOnAndTheOtherGoesOn() throws IOException {
        Socket client = connect(tcp(echo("answer to ").backend()));
        RawBackend.send(client, "question");
        client.shutdownOutput();
        assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                .isEqualTo("answer to question");
    }

    @Test
    void oldConnectionsFinishWhereTheyAreAndNewOnesGoElsewhere() throws Exception {
        Backend old = echo("old ").backend();
        EndpointServer endpoint = tcp(old);
        Socket early = connect(endpoint);
        RawBackend.send(early, "x");
        Await.until("early connection", () -> old.inFlight() == 1);
        endpoint.switchTo(List.of(echo("new ").backend()));
        Socket late = connect(endpoint);
        late.shutdownOutput();
        assertThat(new String(late.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                .isEqualTo("new ");
        early.shutdownOutput();
        assertThat(new String(early.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                .isEqualTo("old x");
        assertThat(endpoint.drain(old, Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void aDeadReplicaIsPassedOver() throws IOException {
        RawBackend gone = echo("");
        gone.close();
        Socket client = connect(tcp(gone.backend(), echo("alive").backend()));
        client.shutdownOutput();
        assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                .isEqualTo("alive");
    }
}
