package io.lifeboat.engine.local;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.locks.LockSupport;

/** Takes in datagrams on a thread of its own until it is closed. */
final class DatagramLoop implements AutoCloseable {

    private static final long RETRY_NANOS = 1_000_000;

    /** Takes a datagram, which is overwritten by the next one. */
    interface Handler {

        void received(DatagramSocket socket, DatagramPacket packet) throws IOException;
    }

    private final DatagramSocket socket;
    private final int longest;
    private final Handler handler;

    /**
     * Begins on a free port of the address.
     *
     * @param longest in bytes; more is cut off
     */
    DatagramLoop(String name, InetAddress address, int longest, Handler handler) throws IOException {
        this.socket = new DatagramSocket(new InetSocketAddress(address, 0));
        this.longest = longest;
        this.handler = handler;
        Daemons.start(name, this::run);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void run() {
        DatagramPacket packet = new DatagramPacket(new byte[longest], longest);
        while (!socket.isClosed()) {
            try {
                packet.setLength(longest);
                socket.receive(packet);
                handler.received(socket, packet);
            } catch (IOException e) {
                // Closed, which the loop sees, or a datagram less: they are made to get lost.
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
