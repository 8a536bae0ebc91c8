package io.lifeboat.engine.local.endpoint;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One process that serves requests, and the connections to it. Thread-safe; compared by identity. */
public final class Backend {

    /** Connections idle for longer are not used again: servers close them after a while, some after 5 s. */
    private static final long MAX_IDLE_NANOS = 4_000_000_000L;

    private static final int MAX_IDLE = 256;

    private final String name;
    private final InetSocketAddress address;
    private final Deque<BackendConnection> idle = new ArrayDeque<>();
    private final Set<AutoCloseable> active = new HashSet<>();
    private int inFlight;
    private boolean retired;

    /**
     * @param name for messages, e.g. {@code orders-1 on node-2}
     * @param address where the endpoint reaches the process
     */
    public Backend(String name, InetSocketAddress address) {
        this.name = name;
        this.address = address;
    }

    public InetSocketAddress address() {
        return address;
    }

    /** Requests or connections that are being served now. */
    public synchronized int inFlight() {
        return inFlight;
    }

    @Override
    public String toString() {
        return name;
    }

    synchronized void begin() {
        inFlight++;
    }

    synchronized void end() {
        inFlight--;
        notifyAll();
    }

    /** A connection used before and believed to be alive, if there is one. */
    @Nullable
    BackendConnection reuse() {
        while (true) {
            BackendConnection candidate;
            synchronized (this) {
                candidate = idle.pollFirst();
            }
            if (candidate == null) {
                return null;
            }
            if (candidate.idleNanos() < MAX_IDLE_NANOS && candidate.isAlive()) {
                track(candidate);
                return candidate;
            }
            candidate.close();
        }
    }

    BackendConnection connect() throws IOException {
        BackendConnection connection = BackendConnection.open(address);
        track(connection);
        return connection;
    }

    synchronized void track(AutoCloseable connection) {
        active.add(connection);
    }

    synchronized void untrack(AutoCloseable connection) {
        active.remove(connection);
    }

    /** Takes back a connection on which nothing is outstanding. */
    void giveBack(BackendConnection connection) {
        connection.markIdle();
        synchronized (this) {
            active.remove(connection);
            if (!retired && idle.size() < MAX_IDLE) {
                idle.addFirst(connection);
                return;
            }
        }
        connection.close();
    }

    /** No new requests come: idle connections are closed now, busy ones once they are given back. */
    void retire() {
        closeAll(drainIdle(true));
    }

    /** New requests may come (again). */
    synchronized void revive() {
        retired = false;
    }

    /** Closes what is idle, without retiring. */
    void closeIdle() {
        closeAll(drainIdle(false));
    }

    private synchronized Iterable<AutoCloseable> drainIdle(boolean forGood) {
        retired |= forGood;
        Set<AutoCloseable> closing = new HashSet<>(idle);
        idle.clear();
        return closing;
    }

    /** Closes every connection, whatever is outstanding on it. */
    void terminate() {
        retire();
        Set<AutoCloseable> closing;
        synchronized (this) {
            closing = new HashSet<>(active);
        }
        closeAll(closing);
    }

    private static void closeAll(Iterable<AutoCloseable> connections) {
        for (AutoCloseable connection : connections) {
            Quietly.close(connection);
        }
    }

    /** Waits until nothing is in flight; false when the time is up first. */
    synchronized boolean awaitIdle(long timeoutNanos) throws InterruptedException {
        long deadline = System.nanoTime() + timeoutNanos;
        while (inFlight > 0) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(Math.max(1, left / 1_000_000));
        }
        return true;
    }
}
