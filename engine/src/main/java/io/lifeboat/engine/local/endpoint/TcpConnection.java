package io.lifeboat.engine.local.endpoint;

import java.io.IOException;
import java.util.concurrent.ExecutorService;

/** A client that speaks something else: it stays with one backend as long as its connection lasts. */
final class TcpConnection {

    private final Client client;
    private final Gate gate;
    private final Tally tally;
    private final ExecutorService threads;

    TcpConnection(Client client, Gate gate, Tally tally, ExecutorService threads) {
        this.client = client;
        this.gate = gate;
        this.tally = tally;
        this.threads = threads;
    }

    void run() throws InterruptedException {
        try {
            int attemptsLeft = Math.max(1, gate.size());
            while (attemptsLeft-- > 0 && !serve()) {
                // The next replica may be alive.
            }
        } catch (NoBackend e) {
            // A protocol we do not know has no way to say so but closing.
            tally.failure();
        } finally {
            Quietly.close(client.socket());
        }
    }

    private boolean serve() throws NoBackend, InterruptedException {
        Backend backend = gate.enter();
        try (BackendConnection connection = backend.connect()) {
            try {
                Tunnel.run(
                        client.in(),
                        client.socket(),
                        connection.in(),
                        connection.channel().socket(),
                        threads);
                return true;
            } finally {
                backend.untrack(connection);
            }
        } catch (IOException e) {
            tally.failure();
            return false;
        } finally {
            backend.end();
        }
    }
}
