package io.lifeboat.fault.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client that sends short words and waits for them to come back. */
final class Client implements AutoCloseable {

    /** Longer than anything here takes, so that only what never happens fails. */
    static final int PATIENCE_MILLIS = 20_000;

    final Socket socket = new Socket();

    Client(InetSocketAddress address) throws IOException {
        socket.connect(address, PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    String receive(int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
    }

    String echo(String text) throws IOException {
        send(text);
        return receive(text.length());
    }

    /** How long an echo takes, in nanoseconds. */
    long echoNanos() throws IOException {
        long begin = System.nanoTime();
        echo("x");
        return System.nanoTime() - begin;
    }

    /** The fastest of some: what the link needs, and not what a busy machine adds. */
    long fastestEchoNanos() throws IOException {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            fastest = Math.min(fastest, echoNanos());
        }
        return fastest;
    }

    /** As a process that dies with unread data does. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Whether nothing at all comes, no data, no end and no error, for as long as given. */
    boolean silentFor(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
