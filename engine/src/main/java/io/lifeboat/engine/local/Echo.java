package io.lifeboat.engine.local;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.locks.LockSupport;

/** Sends every datagram back to where it came from. */
final class Echo implements AutoCloseable {

    private static final long RETRY_NANOS = 1_000_000;

    private static final int MAX_BYTES = 2048;

    private final DatagramSocket socket;

    Echo(InetAddress address) throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(address, 0));
        Daemons.start("echo", this::run);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void run() {
        DatagramPacket packet = new DatagramPacket(new byte[MAX_BYTES], MAX_BYTES);
        while (!socket.isClosed()) {
            try {
                packet.setLength(MAX_BYTES);
                socket.receive(packet);
                socket.send(packet);
            } catch (IOException e) {
                // Closed, which the loop sees, or one datagram less: probes are made to get lost.
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
