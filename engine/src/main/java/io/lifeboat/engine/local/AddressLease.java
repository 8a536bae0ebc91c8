package io.lifeboat.engine.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/**
 * A loopback address that no other node on this machine has, in whatever process: whoever holds the lease listens on a
 * fixed port of it, and the operating system frees it when that process ends.
 *
 * @param address the address
 * @param socket holds the lease; empty for 127.0.0.1, which is shared
 */
record AddressLease(InetAddress address, Optional<ServerSocket> socket) implements AutoCloseable {

    /** Below the ephemeral ports and of no registered service. */
    private static final int LEASE_PORT = 20011;

    private static final int ATTEMPTS = 2000;

    /** Claims an address of 127.64.0.0/10, the search beginning where this process is unlikely to meet another. */
    static AddressLease claim() {
        int start = (int) (ProcessHandle.current().pid() * 64) & 0x3fffff;
        for (int i = 0; i < ATTEMPTS; i++) {
            int number = (start + i) & 0x3fffff;
            byte last = (byte) number;
            if (last == 0 || last == (byte) 255) {
                continue;
            }
            byte[] bytes = {127, (byte) (64 + (number >> 16)), (byte) (number >> 8), last};
            try {
                InetAddress address = InetAddress.getByAddress(bytes);
                ServerSocket socket = new ServerSocket();
                if (bind(socket, address)) {
                    return new AddressLease(address, Optional.of(socket));
                }
                socket.close();
            } catch (IOException e) {
                break;
            }
            if (i > 0 && !exists(bytes)) {
                break;
            }
        }
        return new AddressLease(InetAddress.getLoopbackAddress(), Optional.empty());
    }

    private static boolean bind(ServerSocket socket, InetAddress address) {
        try {
            socket.bind(new InetSocketAddress(address, LEASE_PORT), 1);
            return true;
        } catch (IOException e) {
            // Taken by another node, or not an address of this machine.
            return false;
        }
    }

    /** Where only 127.0.0.1 is configured, as on macOS, no port of another address can be bound. */
    private static boolean exists(byte[] bytes) {
        try (ServerSocket any = new ServerSocket()) {
            any.bind(new InetSocketAddress(InetAddress.getByAddress(bytes), 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        socket.ifPresent(Closing::quietly);
    }
}
