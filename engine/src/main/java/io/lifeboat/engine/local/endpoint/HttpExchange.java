package io.lifeboat.engine.local.endpoint;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/** One request and its answer. */
final class HttpExchange {

    /** Methods that may be sent twice without harm (RFC 9110, 9.2.2). */
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

    private enum Outcome {
        KEEP,
        CLOSE,
        UNREACHABLE,
        STALE
    }

    private final HttpHead request;
    private final Framing framing;
    private final Client client;
    private final Gate gate;
    private final Tally tally;
    private final ExecutorService threads;
    private String lastFailure = "";

    HttpExchange(HttpHead request, Framing framing, Client client, Gate gate, Tally tally, ExecutorService threads) {
        this.request = request;
        this.framing = framing;
        this.client = client;
        this.gate = gate;
        this.tally = tally;
        this.threads = threads;
    }

    /** Serves the request; returns whether the connection to the client may be used for another one. */
    boolean run() throws IOException, BadMessage, InterruptedException {
        int attemptsLeft = Math.max(2, gate.size() + 1);
        boolean retried = false;
        while (attemptsLeft-- > 0) {
            Outcome outcome;
            try {
                outcome = attempt(!retried);
            } catch (NoBackend e) {
                return fail(503, e.reason());
            }
            if (outcome == Outcome.KEEP || outcome == Outcome.CLOSE) {
                return outcome == Outcome.KEEP;
            }
            if (outcome == Outcome.STALE) {
                retried = true;
                attemptsLeft++;
                tally.retry();
            }
        }
        return fail(503, "no replica can be reached: " + lastFailure);
    }

    private Outcome attempt(boolean reuse) throws NoBackend, IOException, BadMessage, InterruptedException {
        Backend backend = gate.enter();
        try {
            BackendConnection connection = reuse ? backend.reuse() : null;
            if (connection == null) {
                try {
                    connection = backend.connect();
                } catch (IOException e) {
                    lastFailure = backend + ": " + e.getMessage();
                    return Outcome.UNREACHABLE;
                }
            }
            return over(backend, connection);
        } finally {
            backend.end();
        }
    }

    private Outcome over(Backend backend, BackendConnection connection)
            throws IOException, BadMessage, InterruptedException {
        boolean reusable = false;
        ResponseRelay answer = new ResponseRelay(request, client, connection);
        try {
            RequestWriter writer = new RequestWriter(request, framing, client, connection);
            writer.send(threads);
            if (!hasAnswer(connection)) {
                writer.checkBody();
                return dead(backend, connection);
            }
            HttpHead head = answer.awaitHead();
            if (isTunnel(head)) {
                answer.writeHead(head, false);
                client.out().flush();
                Tunnel.run(
                        client.in(),
                        client.socket(),
                        connection.in(),
                        connection.channel().socket(),
                        threads);
                return Outcome.CLOSE;
            }
            boolean intact = answer.relay(head, Framing.ofResponse(head, request.method()));
            boolean taken = writer.isTaken();
            reusable = intact && taken && writer.isDelivered();
            return taken && intactForClient(head) ? Outcome.KEEP : Outcome.CLOSE;
        } catch (IOException | BadMessage e) {
            if (answer.hasStarted() || client.socket().isClosed()) {
                tally.failure();
                return Outcome.CLOSE;
            }
            if (e instanceof IOException && maySendAgain(backend, connection)) {
                return Outcome.STALE;
            }
            throw e;
        } finally {
            settle(backend, connection, reusable);
        }
    }

    private boolean intactForClient(HttpHead head) throws BadMessage {
        Framing answer = Framing.ofResponse(head, request.method());
        return !request.wantsClose() && !request.isHttp10() && answer.kind() != Framing.Kind.UNTIL_CLOSE;
    }

    private static boolean hasAnswer(BackendConnection connection) {
        try {
            return connection.in().hasNext();
        } catch (IOException e) {
            // Reset instead of closed: dead all the same.
            return false;
        }
    }

    private Outcome dead(Backend backend, BackendConnection connection) throws IOException {
        if (maySendAgain(backend, connection)) {
            return Outcome.STALE;
        }
        fail(502, backend + " closed the connection without an answer");
        return Outcome.CLOSE;
    }

    /** Once more if the connection had grown old, or if the service has moved on and left this request behind. */
    private boolean maySendAgain(Backend backend, BackendConnection connection) {
        boolean replayable = IDEMPOTENT.contains(request.method()) && framing.isEmpty();
        return replayable && (connection.isReused() || !gate.leadsTo(backend));
    }

    private boolean isTunnel(HttpHead head) throws BadMessage {
        boolean upgraded = head.status() == 101;
        if (upgraded && !RequestWriter.isUpgrade(request)) {
            throw new BadMessage(502, "the backend switched to a protocol nobody asked for");
        }
        return upgraded || (request.method().equals("CONNECT") && head.status() / 100 == 2);
    }

    private static void settle(Backend backend, BackendConnection connection, boolean reusable) {
        if (reusable) {
            backend.giveBack(connection);
        } else {
            backend.untrack(connection);
            connection.close();
        }
    }

    /** Answers with an error of our own; keeps the connection if no body can be in the way. */
    private boolean fail(int status, String reason) throws IOException {
        tally.failure();
        boolean keep = status == 503 && framing.isEmpty() && !request.wantsClose() && !request.isHttp10();
        client.answer(status, reason, keep, !request.method().equals("HEAD"));
        return keep;
    }
}
