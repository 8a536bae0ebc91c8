package io.lifeboat.engine.local.endpoint;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** What tests of endpoints share: everything opened is closed after the test. */
abstract class EndpointHarness {

    private final List<AutoCloseable> opened = new ArrayList<>();

    final <T extends AutoCloseable> T open(T closeable) {
        opened.add(0, closeable);
        return closeable;
    }

    final EndpointServer http(Backend... backends) throws IOException {
        return endpoint(true, backends);
    }

    final EndpointServer tcp(Backend... backends) throws IOException {
        return endpoint(false, backends);
    }

    private EndpointServer endpoint(boolean http, Backend... backends) throws IOException {
        EndpointServer server = open(EndpointServer.open("orders", http, 0, Duration.ofSeconds(30)));
        server.switchTo(List.of(backends));
        return server;
    }

    final Socket connect(EndpointServer server) throws IOException {
        Socket socket =
                open(new Socket(server.address().getAddress(), server.address().getPort()));
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** Sends the bytes on a connection of their own and returns all that comes back until its end. */
    final String talk(EndpointServer server, String bytes) throws IOException {
        Socket socket = connect(server);
        RawBackend.send(socket, bytes);
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    static String request(String line, String... fields) {
        StringBuilder text = new StringBuilder(line + " HTTP/1.1\r\nHost: orders\r\n");
        for (String field : fields) {
            text.append(field).append("\r\n");
        }
        return text.append("\r\n").toString();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable closeable : opened) {
            closeable.close();
        }
    }
}
