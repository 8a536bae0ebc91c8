package io.lifeboat.engine.local.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server whose every byte the test decides. */
final class RawBackend implements AutoCloseable {

    /** What happens on one accepted connection; it is closed afterwards. */
    interface Script {
        void run(Socket socket, int connection) throws IOException;
    }

    private final ServerSocket server;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    RawBackend(Script script) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(() -> accept(script), "raw-backend");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** Answers every request head on every connection with the same bytes. */
    static RawBackend answering(String answer) throws IOException {
        List<RawBackend> self = new CopyOnWriteArrayList<>();
        RawBackend backend = new RawBackend((socket, connection) -> {
            while (self.get(0).readHead(socket)) {
                send(socket, answer);
            }
        });
        self.add(backend);
        return backend;
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    Backend backend() {
        return new Backend("raw", (InetSocketAddress) server.getLocalSocketAddress());
    }

    List<String> heads() {
        return heads;
    }

    private void accept(Script script) {
        int count = 0;
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                int connection = count++;
                Thread thread = new Thread(() -> serve(script, socket, connection), "raw-backend-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // Closed.
                return;
            }
        }
    }

    private static void serve(Script script, Socket socket, int connection) {
        try (socket) {
            script.run(socket, connection);
        } catch (IOException e) {
            // The endpoint closed the connection; the test looks at the client's side.
        }
    }

    /** Reads up to the empty line; false at the end of the connection. */
    boolean readHead(Socket socket) throws IOException {
        String head = readUntil(socket.getInputStream(), "\r\n\r\n");
        if (!head.isEmpty()) {
            heads.add(head);
        }
        return head.endsWith("\r\n\r\n");
    }

    static String readUntil(InputStream in, String end) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith(end)) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
