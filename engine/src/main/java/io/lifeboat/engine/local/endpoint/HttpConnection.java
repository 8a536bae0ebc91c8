package io.lifeboat.engine.local.endpoint;

import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.ExecutorService;

/** A client that speaks HTTP/1.1: its requests are served one after the other, each by the backend of the moment. */
final class HttpConnection {

    private final Client client;
    private final Gate gate;
    private final Tally tally;
    private final ExecutorService threads;

    HttpConnection(Client client, Gate gate, Tally tally, ExecutorService threads) {
        this.client = client;
        this.gate = gate;
        this.tally = tally;
        this.threads = threads;
    }

    void run() throws InterruptedException {
        try {
            while (client.in().hasNext()) {
                HttpHead head = HeadParser.request(client.in());
                Framing framing = Framing.ofRequest(head);
                tally.request();
                if (!new HttpExchange(head, framing, client, gate, tally, threads).run()) {
                    return;
                }
            }
        } catch (BadMessage e) {
            refuse(e);
        } catch (EOFException e) {
            // One side went away in the middle of a message.
            refuseCutOff();
        } catch (IOException e) {
            // The connection broke: there is nobody left to tell.
        } finally {
            client.lingeringClose();
        }
    }

    private void refuse(BadMessage bad) {
        try {
            client.answer(bad.status(), bad.reason(), false, true);
        } catch (IOException e) {
            // Whoever sent it is gone.
        }
    }

    private void refuseCutOff() {
        tally.failure();
        refuse(new BadMessage(502, "a connection ended in the middle of a message"));
    }
}
