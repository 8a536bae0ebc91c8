package io.lifeboat.engine.local.endpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Bytes both ways between two sockets until both sides have ended; the end of one way is passed on as such. */
final class Tunnel {

    private Tunnel() {}

    /** Runs one way on the calling thread and the other on one of the executor's. Closes both sockets. */
    static void run(HttpInput clientIn, Socket client, HttpInput backendIn, Socket backend, ExecutorService threads)
            throws InterruptedException {
        Future<?> up = threads.submit(() -> pump(clientIn, client, backend));
        pump(backendIn, backend, client);
        try {
            up.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            Quietly.close(client);
            Quietly.close(backend);
        }
    }

    private static void pump(HttpInput in, Socket from, Socket to) {
        byte[] buffer = new byte[HttpInput.SIZE];
        try {
            OutputStream out = to.getOutputStream();
            int count = in.read(buffer, buffer.length);
            while (count >= 0) {
                out.write(buffer, 0, count);
                count = in.read(buffer, buffer.length);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // A reset ends both ways: closing passes it on to the other side.
            Quietly.close(from);
            Quietly.close(to);
        }
    }
}
