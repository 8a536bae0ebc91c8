package io.lifeboat.fault.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One direction of one connection. A healthy way is one copy from socket to socket; once something has to wait, a second
 * thread takes over the writing, so that latency delays and does not narrow.
 */
final class StreamPump implements Runnable {

    private static final int CHUNK = 16 * 1024;

    /** Chunks that may be under way: together a megabyte, about what a kernel would buffer. */
    private static final int QUEUED = 64;

    /** How often a full queue looks whether the writer is still there. */
    private static final long LOOK_MILLIS = 200;

    private static final byte[] END = new byte[0];

    private final Connection connection;
    private final Socket from;
    private final Socket to;
    private final Way way;
    private final Way opposite;
    private final Executor executor;
    private @Nullable BlockingQueue<Chunk> line;

    StreamPump(Connection connection, Socket from, Socket to, Way way, Way opposite, Executor executor) {
        this.connection = connection;
        this.from = from;
        this.to = to;
        this.way = way;
        this.opposite = opposite;
        this.executor = executor;
    }

    /** Leaves when it is due, but never before those ahead of it in the line: streams keep their order. */
    private record Chunk(byte[] bytes, long due) {}

    @Override
    public void run() {
        byte[] buffer = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                forward(Arrays.copyOf(buffer, n));
            }
            forward(END);
        } catch (IOException | InterruptedException | RejectedExecutionException e) {
            // The sender reset the connection: that, too, takes its way to the receiver.
            resetAfter(way);
        }
    }

    /** The sender's end is passed on like data: what is under way still arrives before it. */
    private void forward(byte[] bytes) throws IOException, InterruptedException {
        if (line == null && way.healthy()) {
            write(bytes);
            return;
        }
        Chunk chunk = new Chunk(bytes, way.dueForStream(System.nanoTime()));
        BlockingQueue<Chunk> queue = line();
        while (!queue.offer(chunk, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (to.isClosed()) {
                throw new InterruptedIOException("the writer has ended");
            }
        }
    }

    private BlockingQueue<Chunk> line() {
        BlockingQueue<Chunk> current = line;
        if (current == null) {
            BlockingQueue<Chunk> queue = new ArrayBlockingQueue<>(QUEUED);
            executor.execute(() -> drain(queue));
            line = queue;
            return queue;
        }
        return current;
    }

    private void drain(BlockingQueue<Chunk> queue) {
        try {
            for (boolean more = true; more; ) {
                Chunk chunk = take(queue);
                way.awaitDue(chunk.due());
                write(chunk.bytes());
                more = chunk.bytes() != END;
            }
        } catch (IOException e) {
            resetAfter(way);
        } catch (InterruptedException e) {
            resetAfter(way);
            Thread.currentThread().interrupt();
        }
    }

    /** The next chunk; the reader may have ended by a reset without a word to us. */
    private Chunk take(BlockingQueue<Chunk> queue) throws IOException, InterruptedException {
        Chunk chunk = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        while (chunk == null) {
            if (to.isClosed()) {
                throw new InterruptedIOException("the connection has ended");
            }
            chunk = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        return chunk;
    }

    private void write(byte[] bytes) throws IOException {
        if (bytes == END) {
            to.shutdownOutput();
            connection.directionEnded();
            return;
        }
        try {
            OutputStream out = to.getOutputStream();
            for (int done = 0; done < bytes.length; ) {
                int slice = way.healthy() ? bytes.length - done : way.awaitTurn(bytes.length - done);
                out.write(bytes, done, slice);
                done += slice;
            }
        } catch (IOException e) {
            // The receiver is gone; the news of it takes the opposite way.
            opposite.awaitPassable();
            throw e;
        }
    }

    private void resetAfter(Way passed) {
        try {
            passed.awaitPassable();
        } catch (InterruptedIOException e) {
            // The link was closed: everything ends, at once.
            Thread.currentThread().interrupt();
        }
        connection.reset();
    }
}
