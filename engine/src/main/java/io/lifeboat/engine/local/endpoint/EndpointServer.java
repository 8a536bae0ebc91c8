package io.lifeboat.engine.local.endpoint;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Listens for the clients of one service. Thread-safe. */
public final class EndpointServer implements AutoCloseable {

    private static final long RETRY_NANOS = 1_000_000;

    private static final int BACKLOG = 1024;

    private final String service;
    private final boolean http;
    private final ServerSocket listener;
    private final ExecutorService threads;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final Tally tally = new Tally();
    private final Gate gate;

    private EndpointServer(String service, boolean http, ServerSocket listener, Duration maxHold) {
        this.service = service;
        this.http = http;
        this.listener = listener;
        this.gate = new Gate(maxHold, tally);
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "lifeboat-endpoint-" + service + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts to listen on 127.0.0.1. Until the first {@link #switchTo}, there is no backend.
     *
     * @param service for messages and thread names
     * @param http whether to understand HTTP/1.1, else bytes are passed on as they are
     * @param port 0 for any free one
     * @param maxHold how long a request may wait at the gate before it is refused
     * @throws IOException if the port is taken
     */
    public static EndpointServer open(String service, boolean http, int port, Duration maxHold) throws IOException {
        ServerSocket listener = new ServerSocket();
        try {
            listener.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        EndpointServer server = new EndpointServer(service, http, listener, maxHold);
        server.threads.execute(server::accept);
        return server;
    }

    public String service() {
        return service;
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    public Tally tally() {
        return tally;
    }

    /** New requests go to these backends in turn from now on; those in flight finish where they are. */
    public void switchTo(List<Backend> backends) {
        gate.switchTo(backends);
    }

    /** Where new requests go. */
    public List<Backend> targets() {
        return gate.targets();
    }

    /** New requests wait from now on. */
    public void hold() {
        gate.hold();
    }

    /** Lets them go on; returns how long they were held, zero if they were not. */
    public Duration release() {
        return gate.release();
    }

    /**
     * Waits until nothing is in flight at a backend; what still is when the time is up is cut off.
     *
     * @return whether everything finished by itself
     */
    public boolean drain(Backend backend, Duration timeout) throws InterruptedException {
        backend.closeIdle();
        boolean idle = backend.awaitIdle(timeout.toNanos());
        if (!idle) {
            backend.terminate();
            backend.awaitIdle(Duration.ofSeconds(1).toNanos());
        }
        return idle;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                clients.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException e) {
                // Closed, or out of file descriptors for the moment; the loop's condition tells which.
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            tally.connection();
            socket.setTcpNoDelay(true);
            Client client = new Client(socket);
            if (http) {
                new HttpConnection(client, gate, tally, threads).run();
            } else {
                new TcpConnection(client, gate, tally, threads).run();
            }
        } catch (IOException e) {
            // The client was gone before it could be served.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            clients.remove(socket);
        }
    }

    /** Stops to listen and cuts every connection off. May be called more than once. */
    @Override
    public void close() {
        Quietly.close(listener);
        threads.shutdownNow();
        clients.forEach(Quietly::close);
        gate.targets().forEach(Backend::terminate);
        gate.release();
    }
}
