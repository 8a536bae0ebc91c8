package io.lifeboat.engine.local.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lifeboat.engine.testkit.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEndpointTests extends EndpointHarness {

    private static final String CLOSE = "Connection: close";

    private RawBackend answering(String answer) throws IOException {
        return open(RawBackend.answering(answer));
    }

    @Test
    void aKeptAliveConnectionIsSwitchedBetweenTwoRequests() throws IOException {
        Backend old = answering(RawBackend.ok("old")).backend();
        EndpointServer endpoint = http(old);
        Socket client = connect(endpoint);
        RawBackend.send(client, request("GET /"));
        assertThat(RawBackend.readUntil(client.getInputStream(), "old")).startsWith("HTTP/1.1 200 OK\r\n");
        endpoint.switchTo(List.of(answering(RawBackend.ok("new")).backend()));
        RawBackend.send(client, request("GET /"));
        assertThat(RawBackend.readUntil(client.getInputStream(), "new")).startsWith("HTTP/1.1 200 OK\r\n");
        assertThat(old.inFlight()).isZero();
    }

    @Test
    void requestsSentAheadAreAnsweredInOrder() throws IOException {
        EndpointServer endpoint = http(answering(RawBackend.ok("a")).backend());
        String answers = talk(endpoint, request("GET /1") + request("GET /2") + request("GET /3", CLOSE));
        assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(4);
        assertThat(endpoint.tally().requests()).isEqualTo(3);
    }

    @Test
    void replicasTakeTurns() throws IOException {
        EndpointServer endpoint = http(
                answering(RawBackend.ok("a")).backend(),
                answering(RawBackend.ok("b")).backend());
        String answers = talk(endpoint, request("GET /") + request("GET /") + request("GET /", CLOSE));
        assertThat(answers).containsPattern("\r\na[^$]*\r\nb[^$]*\r\na");
    }

    @Test
    void chunksAndTrailersPassBothWays() throws IOException {
        RawBackend backend = open(new RawBackend((socket, connection) -> {
            String head = RawBackend.readUntil(socket.getInputStream(), "\r\n\r\n");
            String body = RawBackend.readUntil(socket.getInputStream(), "0\r\nT: 1\r\n\r\n");
            boolean complete = head.contains("Transfer-Encoding: chunked") && body.startsWith("5\r\nhello\r\n");
            RawBackend.send(
                    socket,
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\n" + (complete ? "yes" : "no!")
                            + "\r\n0\r\nSum: 9\r\n\r\n");
        }));
        String answer = talk(
                http(backend.backend()),
                request("POST /", CLOSE, "Transfer-Encoding: chunked") + "5\r\nhello\r\n0\r\nT: 1\r\n\r\n");
        assertThat(answer).endsWith("\r\n\r\n3\r\nyes\r\n0\r\nSum: 9\r\n\r\n");
    }

    @Test
    void answersWithoutABodyEndWithTheirHead() throws IOException {
        EndpointServer endpoint = http(
                answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n").backend(),
                answering("HTTP/1.1 204 No Content\r\n\r\n").backend(),
                answering("HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n")
                        .backend());
        String answers = talk(endpoint, request("HEAD /") + request("GET /") + request("GET /", CLOSE));
        assertThat(answers).contains("200 OK\r\nContent-Length: 5\r\n", "204 No Content", "304 Not Modified");
    }

    @Test
    void interimAnswersAreForTheClientToo() throws IOException {
        String hints = "HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n";
        assertThat(talk(http(answering(hints + RawBackend.ok("x")).backend()), request("GET /", CLOSE)))
                .startsWith(hints)
                .endsWith("x");
    }

    @Test
    void aClientThatWaitsForPermissionGetsIt() throws IOException {
        RawBackend backend = open(new RawBackend((socket, connection) -> {
            String head = RawBackend.readUntil(socket.getInputStream(), "\r\n\r\n");
            RawBackend.readUntil(socket.getInputStream(), "body");
            RawBackend.send(socket, RawBackend.ok(head.contains("Expect") ? "passed on" : "fine"));
        }));
        Socket client = connect(http(backend.backend()));
        RawBackend.send(client, request("POST /", CLOSE, "Expect: 100-continue", "Content-Length: 4"));
        assertThat(RawBackend.readUntil(client.getInputStream(), "\r\n\r\n"))
                .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
        RawBackend.send(client, "body");
        assertThat(RawBackend.readUntil(client.getInputStream(), "fine")).startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void anOldClientGetsNoChunks() throws IOException {
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
        assertThat(talk(http(answering(chunked).backend()), "GET / HTTP/1.0\r\n\r\n"))
                .doesNotContain("chunked")
                .endsWith("\r\n\r\nabc");
    }

    @Test
    void anUpgradeBecomesATunnel() throws IOException {
        RawBackend backend = open(new RawBackend((socket, connection) -> {
            String head = RawBackend.readUntil(socket.getInputStream(), "\r\n\r\n");
            if (head.contains("Upgrade: echo\r\n") && head.contains("Connection: Upgrade\r\n")) {
                RawBackend.send(
                        socket, "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: echo\r\n\r\n");
                socket.getInputStream().transferTo(socket.getOutputStream());
            }
        }));
        Socket client = connect(http(backend.backend()));
        RawBackend.send(client, request("GET /", "Connection: Upgrade", "Upgrade: echo") + "ping");
        assertThat(RawBackend.readUntil(client.getInputStream(), "ping")).startsWith("HTTP/1.1 101 ");
        client.shutdownOutput();
        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void aLargeBodyThatIsEchoedDoesNotBlock() throws Exception {
        int size = 8 << 20;
        RawBackend backend = open(new RawBackend((socket, connection) -> {
            RawBackend.readUntil(socket.getInputStream(), "\r\n\r\n");
            RawBackend.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n");
            socket.getInputStream().transferTo(socket.getOutputStream());
        }));
        Socket client = connect(http(backend.backend()));
        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> {
            try {
                RawBackend.send(client, request("POST /", CLOSE, "Content-Length: " + size) + "x".repeat(size));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(client.getInputStream().readAllBytes().length).isGreaterThan(size);
        sender.get(20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
                "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\nabc",
                "GET / HTTP/1.1\r\nHost: a\r\nX : b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n folded\r\n\r\n",
                "GET / HTTP/1.1\nHost: a\n\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n",
                "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "\u0016\u0003\u0001 this is TLS\r\n\r\n",
            })
    void whatCouldBeUnderstoodInTwoWaysIsRefused(String bytes) throws IOException {
        RawBackend backend = answering(RawBackend.ok("smuggled"));
        assertThat(talk(http(backend.backend()), bytes + request("GET /smuggled")))
                .startsWith("HTTP/1.1 400 Bad Request\r\n")
                .doesNotContain("smuggled");
        assertThat(backend.heads()).noneMatch(head -> head.contains("/smuggled"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense\r\n", "3\r\nabcd\r\n0\r\n\r\n", "-1\r\n", "3\nabc\n"})
    void aBodyOfBrokenChunksIsRefused(String body) throws IOException {
        RawBackend backend = open(
                new RawBackend((socket, connection) -> socket.getInputStream().readAllBytes()));
        assertThat(talk(http(backend.backend()), request("POST /", "Transfer-Encoding: chunked") + body))
                .startsWith("HTTP/1.1 400 Bad Request\r\n");
    }

    @Test
    void otherVersionsAndHugeHeadsAreRefused() throws IOException {
        EndpointServer endpoint = http(answering(RawBackend.ok("x")).backend());
        assertThat(talk(endpoint, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).startsWith("HTTP/1.1 505 ");
        assertThat(talk(endpoint, request("GET /", "X: " + "x".repeat(70_000)))).startsWith("HTTP/1.1 431 ");
        assertThat(talk(endpoint, request("POST /", "Transfer-Encoding: gzip"))).startsWith("HTTP/1.1 501 ");
    }

    @Test
    void aConnectionFieldCannotHideTheHost() throws IOException {
        RawBackend backend = answering(RawBackend.ok("x"));
        talk(http(backend.backend()), request("GET /", "Connection: close, Host, Secret", "Secret: 1"));
        assertThat(backend.heads().get(0)).contains("Host: orders").doesNotContain("Secret");
    }

    @Test
    void aReusedConnectionThatTurnsOutDeadIsReplaced() throws IOException {
        RawBackend backend = open(new RawBackend((socket, connection) -> {
            RawBackend.readUntil(socket.getInputStream(), "\r\n\r\n");
            RawBackend.send(socket, RawBackend.ok("c" + connection));
            // The second request on the first connection is read and never answered.
            RawBackend.readUntil(socket.getInputStream(), "\r\n\r\n");
        }));
        EndpointServer endpoint = http(backend.backend());
        assertThat(talk(endpoint, request("GET /") + request("GET /", CLOSE)))
                .contains("c0", "c1")
                .doesNotContain("502");
        assertThat(endpoint.tally().retries()).isEqualTo(1);
        assertThat(talk(endpoint, request("POST /") + request("POST /", CLOSE))).contains("502 Bad Gateway");
    }

    @Test
    void anAnswerThatBreaksOffIsNotMadeToLookComplete() throws IOException {
        RawBackend backend = open(new RawBackend((socket, connection) -> {
            RawBackend.readUntil(socket.getInputStream(), "\r\n\r\n");
            RawBackend.send(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
        }));
        EndpointServer endpoint = http(backend.backend());
        assertThat(talk(endpoint, request("GET /"))).endsWith("3\r\nabc\r\n");
        assertThat(endpoint.tally().failures()).isEqualTo(1);
    }

    @Test
    void withoutABackendTheReasonIsTold() throws IOException {
        assertThat(talk(http(), request("GET /", CLOSE)))
                .startsWith("HTTP/1.1 503 Service Unavailable")
                .contains("no replica is running");
        RawBackend gone = answering("");
        gone.close();
        assertThat(talk(http(gone.backend(), answering(RawBackend.ok("other")).backend()), request("GET /", CLOSE)))
                .endsWith("other");
    }

    @Test
    void heldRequestsWaitAndGoToTheNewBackend() throws Exception {
        EndpointServer endpoint = http(answering(RawBackend.ok("old")).backend());
        endpoint.hold();
        Socket client = connect(endpoint);
        RawBackend.send(client, request("GET /", CLOSE));
        client.setSoTimeout(200);
        assertThat(catchThrowable(() -> client.getInputStream().read())).isInstanceOf(SocketTimeoutException.class);
        client.setSoTimeout(20_000);
        endpoint.switchTo(List.of(answering(RawBackend.ok("new")).backend()));
        assertThat(endpoint.release()).isPositive();
        assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                .endsWith("new");
        assertThat(endpoint.tally().held()).isEqualTo(1);
    }

    @Test
    void drainingCutsOffWhatTakesTooLong() throws Exception {
        Backend slow = open(new RawBackend((socket, connection) -> {
                    RawBackend.readUntil(socket.getInputStream(), "\r\n\r\n");
                    socket.getInputStream().read();
                }))
                .backend();
        EndpointServer endpoint = http(slow);
        Socket client = connect(endpoint);
        RawBackend.send(client, request("POST /", CLOSE, "Content-Length: 0"));
        Await.until("in flight", () -> slow.inFlight() == 1);
        endpoint.switchTo(List.of(answering(RawBackend.ok("new")).backend()));
        assertThat(endpoint.drain(slow, Duration.ofMillis(50))).isFalse();
        assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                .startsWith("HTTP/1.1 502");
        assertThat(slow.inFlight()).isZero();
    }

    @Test
    void aRequestThatMayBeRepeatedAndWasLeftBehindGoesToTheNewBackend() throws Exception {
        Backend dying = open(new RawBackend((socket, connection) -> {
                    RawBackend.readUntil(socket.getInputStream(), "\r\n\r\n");
                    RawBackend.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly a part");
                    socket.getInputStream().read();
                }))
                .backend();
        EndpointServer endpoint = http(dying);
        Socket client = connect(endpoint);
        RawBackend.send(client, request("GET /", CLOSE, "Content-Length: 0"));
        Await.until("in flight", () -> dying.inFlight() == 1);
        endpoint.switchTo(List.of(answering(RawBackend.ok("new")).backend()));
        assertThat(endpoint.drain(dying, Duration.ofMillis(50))).isFalse();
        assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                .startsWith("HTTP/1.1 200")
                .endsWith("new");
        assertThat(endpoint.tally().retries()).isEqualTo(1);
    }
}
