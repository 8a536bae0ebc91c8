package io.lifeboat.engine.local.endpoint;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A connection to a backend. Used by one thread at a time, except for {@link #close()}. */
final class BackendConnection implements AutoCloseable {

    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    private final SocketChannel channel;
    private final HttpInput in;
    private final OutputStream out;
    private long idleSince;
    private boolean reused;

    private BackendConnection(SocketChannel channel) throws IOException {
        this.channel = channel;
        this.in = new HttpInput(channel.socket().getInputStream());
        this.out = new BufferedOutputStream(channel.socket().getOutputStream(), HttpInput.SIZE);
    }

    static BackendConnection open(InetSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.socket().connect(address, CONNECT_TIMEOUT_MILLIS);
            return new BackendConnection(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    SocketChannel channel() {
        return channel;
    }

    HttpInput in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    boolean isReused() {
        return reused;
    }

    void markIdle() {
        reused = true;
        idleSince = System.nanoTime();
    }

    long idleNanos() {
        return System.nanoTime() - idleSince;
    }

    /** An idle connection has nothing to say: a close or stray bytes both make it useless. */
    boolean isAlive() {
        try {
            channel.configureBlocking(false);
            int read = channel.read(ByteBuffer.allocate(1));
            channel.configureBlocking(true);
            return read == 0 && in.buffered() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        Quietly.close(channel);
    }
}
