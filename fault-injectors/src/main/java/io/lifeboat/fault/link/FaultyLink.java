package io.lifeboat.fault.link;

import io.lifeboat.fault.FaultException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The link of one node: whoever wants to reach the node, and whoever the node wants to reach, is dialled by an address
 * of this link. Healthy until a fault is injected; a handle of targets, for the network injectors. Thread-safe.
 */
public final class FaultyLink implements AutoCloseable {

    private final String node;
    private final InetAddress local;
    private final Way inbound = new Way();
    private final Way outbound = new Way();
    private final ExecutorService executor;
    private final ScheduledExecutorService timer;
    private final Map<String, InetSocketAddress> addresses = new HashMap<>();
    private final List<Runnable> closeRelays = new ArrayList<>();
    private boolean closed;

    /**
     * @param node id of the node, for the names of threads
     * @param local the loopback address to listen on
     */
    public FaultyLink(String node, InetAddress local) {
        this.node = node;
        this.local = local;
        ThreadFactory threads = threads("lifeboat-link-" + node);
        this.executor = Executors.newCachedThreadPool(threads);
        this.timer = Executors.newSingleThreadScheduledExecutor(threads);
    }

    private static ThreadFactory threads(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * The TCP address by which others reach what listens on the node. The same for the same upstream.
     *
     * @throws FaultException if the link is closed or cannot listen
     */
    public InetSocketAddress toNode(InetSocketAddress upstream) {
        return stream("to " + upstream, upstream, inbound, outbound);
    }

    /**
     * The TCP address by which the node reaches what listens elsewhere. The same for the same upstream.
     *
     * @throws FaultException if the link is closed or cannot listen
     */
    public InetSocketAddress fromNode(InetSocketAddress upstream) {
        return stream("from " + upstream, upstream, outbound, inbound);
    }

    /**
     * The UDP address by which the node reaches what listens elsewhere. The same for the same upstream.
     *
     * @throws FaultException if the link is closed or cannot listen
     */
    public synchronized InetSocketAddress datagramFromNode(InetSocketAddress upstream) {
        checkOpen();
        return addresses.computeIfAbsent("datagram " + upstream, key -> {
            try {
                DatagramRelay relay = new DatagramRelay(local, upstream, outbound, inbound, executor, timer);
                closeRelays.add(relay::close);
                return relay.address();
            } catch (IOException e) {
                throw cannotListen(e);
            }
        });
    }

    private synchronized InetSocketAddress stream(String key, InetSocketAddress upstream, Way forth, Way back) {
        checkOpen();
        return addresses.computeIfAbsent(key, unused -> {
            try {
                StreamRelay relay = new StreamRelay(local, upstream, forth, back, executor);
                closeRelays.add(relay::close);
                return relay.address();
            } catch (IOException e) {
                throw cannotListen(e);
            }
        });
    }

    private void checkOpen() {
        if (closed) {
            throw new FaultException("The link of %s is closed.".formatted(node));
        }
    }

    private FaultException cannotListen(IOException e) {
        return new FaultException(
                "The link of %s cannot listen on %s: %s.".formatted(node, local.getHostAddress(), e.getMessage()), e);
    }

    Way inbound() {
        return inbound;
    }

    Way outbound() {
        return outbound;
    }

    /** Ends every connection. Does nothing when called again. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        inbound.close();
        outbound.close();
        closeRelays.forEach(Runnable::run);
        executor.shutdownNow();
        timer.shutdownNow();
    }
}
