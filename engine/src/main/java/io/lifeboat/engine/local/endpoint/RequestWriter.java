package io.lifeboat.engine.local.endpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends one request to a backend. Long bodies are sent beside the reading of the answer, as servers may answer early. */
final class RequestWriter {

    private static final long INLINE_BYTES = 64 * 1024;

    private final HttpHead head;
    private final Framing framing;
    private final Client client;
    private final BackendConnection connection;
    private final BestEffortOutput out;
    private @Nullable Future<?> pump;
    private volatile @Nullable Exception clientFailure;

    RequestWriter(HttpHead head, Framing framing, Client client, BackendConnection connection) {
        this.head = head;
        this.framing = framing;
        this.client = client;
        this.connection = connection;
        this.out = new BestEffortOutput(connection.out());
    }

    void send(ExecutorService threads) throws IOException, BadMessage {
        Body.write(out, head.startLine() + "\r\n");
        Body.writeFields(out, fields());
        if (framing.kind() == Framing.Kind.NONE) {
            out.flush();
            return;
        }
        // Answered here, as a proxy may: the backend then needs no round trip before the body.
        if (!head.isHttp10() && head.lists("expect", "100-continue")) {
            Body.write(client.out(), "HTTP/1.1 100 Continue\r\n\r\n");
            client.out().flush();
        }
        if (framing.kind() == Framing.Kind.LENGTH && framing.length() <= INLINE_BYTES) {
            Body.relay(framing, client.in(), out, true);
        } else {
            pump = threads.submit(this::pump);
        }
    }

    private void pump() {
        try {
            Body.relay(framing, client.in(), out, true);
        } catch (IOException | BadMessage e) {
            // A cut-off body must not look complete, so the backend sees the connection end.
            clientFailure = e;
            connection.close();
        }
    }

    /** Whether the whole request was taken from the client, so that the next one begins where this one ended. */
    boolean isTaken() throws InterruptedException {
        if (pump == null) {
            return true;
        }
        try {
            pump.get(1, TimeUnit.SECONDS);
            return clientFailure == null;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /** Throws what was wrong with the body, if it is what ended the exchange. */
    void checkBody() throws IOException, BadMessage {
        Exception failure = clientFailure;
        if (failure instanceof BadMessage bad) {
            throw bad;
        }
        if (failure instanceof IOException broken) {
            throw broken;
        }
    }

    boolean isDelivered() {
        return !out.hasFailed();
    }

    private List<Header> fields() {
        List<Header> fields = new ArrayList<>(head.endToEnd());
        switch (framing.kind()) {
            case LENGTH -> fields.add(new Header("Content-Length", Long.toString(framing.length())));
            case CHUNKED -> fields.add(new Header("Transfer-Encoding", "chunked"));
            default -> {}
        }
        if (isUpgrade(head)) {
            fields.add(new Header("Connection", "Upgrade"));
            head.values("upgrade").forEach(value -> fields.add(new Header("Upgrade", value)));
        } else if (head.isHttp10()) {
            fields.add(new Header("Connection", "close"));
        }
        return fields;
    }

    /** An upgrade to HTTP/2 is not passed on, as it is only an offer: traffic could no longer be switched. */
    static boolean isUpgrade(HttpHead head) {
        return head.isUpgrade() && !head.lists("upgrade", "h2c") && !head.isHttp10();
    }
}
