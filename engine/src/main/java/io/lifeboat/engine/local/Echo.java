package io.lifeboat.engine.local;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Sends every datagram back to where it came from. */
final class Echo implements AutoCloseable {

    private static final int MAX_BYTES = 2048;

    private final DatagramLoop loop;

    Echo(InetAddress address) throws IOException {
        loop = new DatagramLoop("echo", address, MAX_BYTES, DatagramSocket::send);
    }

    InetSocketAddress address() {
        return loop.address();
    }

    @Override
    public void close() {
        loop.close();
    }
}
