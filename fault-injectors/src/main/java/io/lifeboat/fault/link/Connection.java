package io.lifeboat.fault.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One connection through the link: two sockets and a pump for each direction. Ends when both directions have. */
final class Connection {

    private static final int CONNECT_MILLIS = 5_000;

    private final Socket client;
    private final Socket target = new Socket();
    private final Consumer<Connection> whenEnded;
    private final AtomicInteger directions = new AtomicInteger(2);

    Connection(Socket client, Consumer<Connection> whenEnded) {
        this.client = client;
        this.whenEnded = whenEnded;
    }

    /** Connects and passes on one direction in this thread, the other in one of the executor. */
    void serve(InetSocketAddress upstream, Way forth, Way back, Executor executor) {
        try {
            shakeHands(forth, back);
            client.setTcpNoDelay(true);
            target.setTcpNoDelay(true);
            target.connect(upstream, CONNECT_MILLIS);
            executor.execute(new StreamPump(this, target, client, back, forth, executor));
            new StreamPump(this, client, target, forth, back, executor).run();
        } catch (IOException | RejectedExecutionException e) {
            // The target does not listen, or the link was closed: the client sees that by a reset.
            reset();
        }
    }

    /** The kernel has accepted for us already; on a bad link it would have taken as long as the way there and back. */
    private static void shakeHands(Way forth, Way back) throws IOException {
        if (!forth.healthy() || !back.healthy()) {
            forth.awaitDue(forth.dueForStream(System.nanoTime()));
            back.awaitDue(back.dueForStream(System.nanoTime()));
        }
    }

    /** One direction has ended in order. */
    void directionEnded() {
        if (directions.decrementAndGet() == 0) {
            Sockets.closeQuietly(client);
            Sockets.closeQuietly(target);
            whenEnded.accept(this);
        }
    }

    /** Ends both directions at once, so that both peers see a reset. */
    void reset() {
        Sockets.reset(client);
        Sockets.reset(target);
        whenEnded.accept(this);
    }
}
