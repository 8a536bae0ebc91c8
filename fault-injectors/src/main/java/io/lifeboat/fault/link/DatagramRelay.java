package io.lifeboat.fault.link;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Passes datagrams on to one address, and the answers back to whoever asked. */
final class DatagramRelay implements AutoCloseable {

    private static final int LARGEST = 65_507;

    /** Without an answer for that long a client's socket is closed, as a router forgets an address translation. */
    private static final int IDLE_MILLIS = 60_000;

    private final InetAddress local;
    private final InetSocketAddress upstream;
    private final Way forth;
    private final Way back;
    private final ExecutorService executor;
    private final ScheduledExecutorService timer;
    private final DatagramSocket socket;
    private final Map<SocketAddress, DatagramSocket> clients = new ConcurrentHashMap<>();

    DatagramRelay(
            InetAddress local,
            InetSocketAddress upstream,
            Way forth,
            Way back,
            ExecutorService executor,
            ScheduledExecutorService timer)
            throws IOException {
        this.local = local;
        this.upstream = upstream;
        this.forth = forth;
        this.back = back;
        this.executor = executor;
        this.timer = timer;
        this.socket = new DatagramSocket(new InetSocketAddress(local, 0));
        executor.execute(() -> receive(socket, this::fromClient));
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** What to do with a datagram. */
    private interface Handler {
        void handle(byte[] bytes, SocketAddress sender) throws IOException;
    }

    private static void receive(DatagramSocket from, Handler handler) {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        while (!from.isClosed()) {
            try {
                from.receive(packet);
                handler.handle(Arrays.copyOf(packet.getData(), packet.getLength()), packet.getSocketAddress());
            } catch (SocketTimeoutException e) {
                // Nobody has answered for a while: the client, should it still be there, gets a new socket.
                from.close();
            } catch (IOException | RejectedExecutionException e) {
                // Datagrams may be lost; a closed socket ends the loop.
                continue;
            }
        }
    }

    private void fromClient(byte[] bytes, SocketAddress client) throws IOException {
        DatagramSocket towards = clients.get(client);
        if (towards == null || towards.isClosed()) {
            towards = newTowards(client);
        }
        pass(forth, towards, bytes, upstream);
    }

    private DatagramSocket newTowards(SocketAddress client) throws IOException {
        DatagramSocket towards = new DatagramSocket(new InetSocketAddress(local, 0));
        towards.setSoTimeout(IDLE_MILLIS);
        clients.put(client, towards);
        if (socket.isClosed()) {
            towards.close();
        }
        executor.execute(() -> {
            receive(towards, (answer, from) -> pass(back, socket, answer, client));
            clients.remove(client, towards);
        });
        return towards;
    }

    private void pass(Way way, DatagramSocket through, byte[] bytes, SocketAddress to) throws IOException {
        long now = System.nanoTime();
        long due = way.dueForDatagram(now, bytes.length);
        if (due == Long.MAX_VALUE) {
            return;
        }
        DatagramPacket packet = new DatagramPacket(bytes, bytes.length, to);
        if (due <= now) {
            through.send(packet);
        } else {
            timer.schedule(() -> sendLate(through, packet), due - now, TimeUnit.NANOSECONDS);
        }
    }

    private static void sendLate(DatagramSocket through, DatagramPacket packet) {
        try {
            through.send(packet);
        } catch (IOException e) {
            // Lost, as datagrams may be.
            return;
        }
    }

    @Override
    public void close() {
        socket.close();
        clients.values().forEach(DatagramSocket::close);
    }
}
