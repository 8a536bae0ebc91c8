package io.lifeboat.fault.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/** Listens, and passes every connection on to one address. */
final class StreamRelay implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int BACKLOG = 512;

    private final InetSocketAddress upstream;
    private final Way forth;
    private final Way back;
    private final ExecutorService executor;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

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
                Socket client = server.accept();
                executor.execute(() -> serve(client));
            } catch (IOException | RejectedExecutionException e) {
                // Closed while waiting: the end. Anything else concerns one connection only.
                continue;
            }
        }
    }

    private void serve(Socket client) {
        Socket target = new Socket();
        open.add(client);
        open.add(target);
        try {
            // On a cut link the request to connect is lost: the client waits, as it would for a lost SYN.
            forth.awaitPassable();
            back.awaitPassable();
            client.setTcpNoDelay(true);
            target.setTcpNoDelay(true);
            target.connect(upstream, CONNECT_MILLIS);
            pump(client, target);
        } catch (IOException e) {
            Sockets.reset(client);
            Sockets.reset(target);
        } finally {
            open.remove(client);
            open.remove(target);
        }
    }

    /** Both directions, until both have ended. */
    private void pump(Socket client, Socket target) {
        Thread self = Thread.currentThread();
        Directions directions = new Directions(self);
        executor.execute(() -> {
            new StreamPump(target, client, back, executor).run();
            directions.oneEnded();
        });
        new StreamPump(client, target, forth, executor).run();
        directions.awaitOther();
    }

    @Override
    public void close() {
        Sockets.closeQuietly(server);
        open.forEach(Sockets::reset);
    }

    /** Lets the thread of one direction wait for that of the other. */
    private static final class Directions {

        private final Thread waiter;
        private volatile boolean ended;

        private Directions(Thread waiter) {
            this.waiter = waiter;
        }

        void oneEnded() {
            ended = true;
            java.util.concurrent.locks.LockSupport.unpark(waiter);
        }

        void awaitOther() {
            while (!ended && !Thread.currentThread().isInterrupted()) {
                java.util.concurrent.locks.LockSupport.park(this);
            }
        }
    }
}
