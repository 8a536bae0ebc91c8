package io.lifeboat.engine.local.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Passes the answer of a backend on to the client. */
final class ResponseRelay {

    /** A body up to this size is taken in whole before the client sees any of it, and can still be asked for again. */
    private static final long WHOLE_BYTES = 64 * 1024;

    private final HttpHead request;
    private final Client client;
    private final BackendConnection connection;
    private boolean started;

    ResponseRelay(HttpHead request, Client client, BackendConnection connection) {
        this.request = request;
        this.client = client;
        this.connection = connection;
    }

    /** Whether the client has been sent anything, so that it is too late for another answer. */
    boolean hasStarted() {
        return started;
    }

    /** The head of the final answer; interim ones are passed on meanwhile. */
    HttpHead awaitHead() throws IOException, BadMessage {
        HttpHead head = HeadParser.response(connection.in());
        while (head.status() / 100 == 1 && head.status() != 101) {
            // 100 was already answered here, and HTTP/1.0 knows no interim answers.
            if (head.status() != 100 && !request.isHttp10()) {
                started = true;
                Body.write(client.out(), head.startLine() + "\r\n");
                Body.writeFields(client.out(), head.endToEnd());
                client.out().flush();
            }
            head = HeadParser.response(connection.in());
        }
        return head;
    }

    /** Passes head and body on; returns whether both connections may be used again. */
    boolean relay(HttpHead head, Framing framing) throws IOException, BadMessage {
        boolean untilClose = framing.kind() == Framing.Kind.UNTIL_CLOSE;
        boolean close = untilClose || request.wantsClose() || request.isHttp10();
        if (framing.kind() == Framing.Kind.LENGTH && framing.length() <= WHOLE_BYTES) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream((int) framing.length());
            Body.relay(framing, connection.in(), whole, true);
            writeHead(head, close);
            whole.writeTo(client.out());
            client.out().flush();
        } else {
            writeHead(head, close);
            Body.relay(framing, connection.in(), client.out(), !request.isHttp10());
        }
        return !untilClose && !head.wantsClose() && !head.isHttp10() && !request.isHttp10();
    }

    void writeHead(HttpHead head, boolean close) throws IOException {
        List<Header> fields = new ArrayList<>(head.endToEnd());
        head.values("content-length").forEach(value -> fields.add(new Header("Content-Length", value)));
        if (!request.isHttp10()) {
            head.values("transfer-encoding").forEach(value -> fields.add(new Header("Transfer-Encoding", value)));
        }
        if (head.status() == 101) {
            fields.add(new Header("Connection", "Upgrade"));
            head.values("upgrade").forEach(value -> fields.add(new Header("Upgrade", value)));
        } else if (close) {
            fields.add(new Header("Connection", "close"));
        }
        started = true;
        Body.write(client.out(), "HTTP/1.1" + head.startLine().substring(8) + "\r\n");
        Body.writeFields(client.out(), fields);
    }
}
