package io.lifeboat.engine.local.endpoint;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The connection from a client. Used by one thread, except for the body of a request and for closing. */
final class Client {

    private static final int LINGER_MILLIS = 250;
    private static final int LINGER_BYTES = 1 << 20;
    private static final Map<Integer, String> PHRASES = Map.of(
            400, "Bad Request",
            431, "Request Header Fields Too Large",
            501, "Not Implemented",
            502, "Bad Gateway",
            503, "Service Unavailable",
            505, "HTTP Version Not Supported");

    private final Socket socket;
    private final HttpInput in;
    private final OutputStream out;

    Client(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new HttpInput(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream(), HttpInput.SIZE);
    }

    Socket socket() {
        return socket;
    }

    HttpInput in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    /** Answers in the endpoint's own name. */
    void answer(int status, String reason, boolean keep, boolean withBody) throws IOException {
        byte[] body = ("Lifeboat endpoint: " + reason + "\n").getBytes(StandardCharsets.UTF_8);
        Body.write(out, "HTTP/1.1 " + status + " " + PHRASES.getOrDefault(status, "Error") + "\r\n");
        Body.writeFields(
                out,
                List.of(
                        new Header("Content-Type", "text/plain; charset=utf-8"),
                        new Header("Content-Length", Integer.toString(body.length)),
                        new Header("Connection", keep ? "keep-alive" : "close")));
        if (withBody) {
            out.write(body);
        }
        out.flush();
    }

    /** Closes so that the last answer arrives although the client still sends (RFC 9112, 9.6). */
    void lingeringClose() {
        try {
            out.flush();
            socket.shutdownOutput();
            socket.setSoTimeout(LINGER_MILLIS);
            InputStream rest = socket.getInputStream();
            byte[] ignored = new byte[4096];
            int left = LINGER_BYTES;
            int count = 0;
            while (count >= 0 && left > 0) {
                count = rest.read(ignored);
                left -= count;
            }
        } catch (IOException e) {
            // The client has closed or stays silent: nothing left to wait for.
        } finally {
            Quietly.close(socket);
        }
    }
}
