package io.lifeboat.engine.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Sends lines to the collector, and connects again when the connection breaks. Not thread-safe. */
final class Reporter {

    private static final int CONNECT_TIMEOUT_MILLIS = 1000;

    private final InetAddress own;
    private final InetSocketAddress collector;
    private final Report.Hello hello;
    private @Nullable Socket socket;

    Reporter(InetAddress own, InetSocketAddress collector, Report.Hello hello) {
        this.own = own;
        this.collector = collector;
        this.hello = hello;
    }

    /** Blocks while the network takes nothing more; a report that cannot be sent is dropped. */
    void send(Report report) {
        try {
            Socket current = socket;
            if (current == null) {
                current = connect();
                socket = current;
                write(current, hello);
            }
            write(current, report);
        } catch (IOException e) {
            // The next report tries a new connection; missing ones are seen as missing.
            disconnect();
        }
    }

    private Socket connect() throws IOException {
        Socket fresh = new Socket();
        try {
            fresh.bind(new InetSocketAddress(own, 0));
            fresh.setTcpNoDelay(true);
            fresh.connect(collector, CONNECT_TIMEOUT_MILLIS);
            return fresh;
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
    }

    private static void write(Socket socket, Report report) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((report.toLine() + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void disconnect() {
        Socket broken = socket;
        socket = null;
        try {
            if (broken != null) {
                broken.close();
            }
        } catch (IOException e) {
            // It is broken already.
        }
    }
}
