package io.lifeboat.fault.link;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Listens, and passes every connection on to one address. */
final class StreamRelay implements AutoCloseable {

    private static final int BACKLOG = 512;
    private static final long AFTER_FAILURE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final InetSocketAddress upstream;
    private final Way forth;
    private final Way back;
    private final ExecutorService executor;
    private final ServerSocket server;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    StreamRelay(InetAddress local, InetSocketAddress upstream, Way forth, Way back, ExecutorService executor)
            throws IOException {
        this.upstream = upstream;
        this.forth = forth;
        this.back = back;
        this.executor = executor;
        this.server = new ServerSocket(0, BACKLOG, local);
        executor.execute(this::accept);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                serve(server.accept());
            } catch (IOException e) {
                // Closed while waiting: the end. Anything else concerns one connection only, or passes.
                LockSupport.parkNanos(AFTER_FAILURE_NANOS);
            }
        }
    }

    private void serve(Socket client) {
        Connection connection = new Connection(client, open::remove);
        open.add(connection);
        try {
            // While the link is cut the kernel holds who else wants to connect, and then drops them, as the link would.
            forth.awaitPassable();
            back.awaitPassable();
            executor.execute(() -> connection.serve(upstream, forth, back, executor));
        } catch (InterruptedIOException | RejectedExecutionException e) {
            // The link was closed in this moment.
            connection.reset();
        }
        if (server.isClosed()) {
            connection.reset();
        }
    }

    @Override
    public void close() {
        Sockets.closeQuietly(server);
        open.forEach(Connection::reset);
    }
}
