package io.lifeboat.fault.link;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;

/** Ways to end a connection. */
final class Sockets {

    private Sockets() {}

    /** Ends both directions at once, so that the peer sees a reset. */
    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is closed already.
        }
        closeQuietly(socket);
    }

    static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // Closing is all that was wanted, and there is nobody to tell.
        }
    }
}
