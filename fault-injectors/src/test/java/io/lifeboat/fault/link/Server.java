package io.lifeboat.fault.link;

import io.lifeboat.fault.testkit.Await;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that does the same with every connection. */
final class Server implements AutoCloseable {

    /** What it does. */
    interface Service {
        void serve(Socket socket) throws IOException;
    }

    final AtomicInteger accepted = new AtomicInteger();
    private final ServerSocket server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());

    Server(Service service) throws IOException {
        daemon(() -> {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                accepted.incrementAndGet();
                daemon(() -> {
                    try (socket) {
                        service.serve(socket);
                    }
                });
            }
        });
    }

    /** Sends back what it gets, and ends when the client does. */
    static Server echo() throws IOException {
        return new Server(socket -> {
            socket.setTcpNoDelay(true);
            byte[] buffer = new byte[8192];
            InputStream in = socket.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                socket.getOutputStream().write(buffer, 0, n);
            }
        });
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void daemon(Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        // The client or the test has closed the connection.
                        return;
                    }
                },
                "test-server");
        thread.setDaemon(true);
        thread.start();
    }

    static long threads(String namePrefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(namePrefix))
                .count();
    }

    void awaitAccepted(int count) {
        Await.until(count + " connections have arrived", () -> accepted.get() >= count);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
