package io.lifeboat.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.locks.LockSupport;

/** Answers at once on one thread, but stands still for its first second of every five. */
final class StalledServer implements AutoCloseable {

    private static final long CYCLE_NANOS = 5_000_000_000L;
    private static final long STALL_NANOS = 1_000_000_000L;

    private final HttpServer server;
    private final long start = System.nanoTime();

    StalledServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.createContext("/", exchange -> {
            long left = STALL_NANOS - (System.nanoTime() - start) % CYCLE_NANOS;
            if (left > 0) {
                LockSupport.parkNanos(left);
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
