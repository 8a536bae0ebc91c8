package io.lifeboat.fault.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One direction of one connection. A healthy way is one copy from socket to socket; once something has to wait, a second
 * thread takes over the writing, so that latency delays and does not narrow.
 */
final class StreamPump implements Runnable {

    private static final int CHUNK = 16 * 1024;

    /** Chunks that may be under way: together a megabyte, about what a kernel would buffer. */
    private static final int QUEUED = 64;

    private static final byte[] END = new byte[0];

    private final Socket from;
    private final Socket to;
    private final Way way;
    private final Executor executor;
    private @Nullable BlockingQueue<Chunk> line;
    private long lastDue = Long.MIN_VALUE;

    StreamPump(Socket from, Socket to, Way way, Executor executor) {
        this.from = from;
        this.to = to;
        this.way = way;
        this.executor = executor;
    }

    private record Chunk(byte[] bytes, long due) {}

    @Override
    public void run() {
        byte[] buffer = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                forward(buffer, n, out);
            }
            finish();
        } catch (IOException e) {
            // The sender reset the connection, or one of the two was closed: the receiver sees the same.
            Sockets.reset(from);
            Sockets.reset(to);
        } catch (InterruptedException e) {
            Sockets.reset(from);
            Sockets.reset(to);
            Thread.currentThread().interrupt();
        }
    }

    private void forward(byte[] buffer, int n, OutputStream out) throws IOException, InterruptedException {
        long now = System.nanoTime();
        // Never before what was sent before it: streams keep their order.
        long due = Math.max(way.dueForStream(now, n), lastDue);
        if (line == null && due <= now) {
            way.awaitPassable();
            out.write(buffer, 0, n);
            return;
        }
        lastDue = due;
        line().put(new Chunk(java.util.Arrays.copyOf(buffer, n), due));
    }

    private BlockingQueue<Chunk> line() {
        BlockingQueue<Chunk> current = line;
        if (current == null) {
            current = new ArrayBlockingQueue<>(QUEUED);
            line = current;
            BlockingQueue<Chunk> queue = current;
            executor.execute(() -> drain(queue));
        }
        return current;
    }

    /** The sender closed its side; what is under way still arrives, then the receiver's side is closed too. */
    private void finish() throws IOException, InterruptedException {
        Sockets.endInput(from);
        if (line == null) {
            way.awaitPassable();
            Sockets.endOutput(to);
        } else {
            line().put(new Chunk(END, lastDue));
        }
    }

    private void drain(BlockingQueue<Chunk> queue) {
        try {
            OutputStream out = to.getOutputStream();
            while (true) {
                Chunk chunk = queue.take();
                for (long left = chunk.due() - System.nanoTime(); left > 0; left = chunk.due() - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
                way.awaitPassable();
                if (chunk.bytes() == END) {
                    Sockets.endOutput(to);
                    return;
                }
                out.write(chunk.bytes());
            }
        } catch (IOException e) {
            // The receiver is gone; the reading side notices by the reset and ends.
            Sockets.reset(from);
            Sockets.reset(to);
            queue.clear();
        } catch (InterruptedException e) {
            Sockets.reset(to);
            Thread.currentThread().interrupt();
        }
    }
}
