package io.lifeboat.sample;

import io.lifeboat.junit.Endpoint;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client of the order service, as a user of it might write one: an answer in time and with status 2xx, or an exception. */
final class OrdersClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Endpoint orders;

    OrdersClient(Endpoint orders) {
        this.orders = orders;
    }

    String read(long id) throws IOException, InterruptedException {
        return send(request("/orders/" + id).GET());
    }

    /** Places an order; the id that is returned was acknowledged by the service. */
    long place(String item) throws IOException, InterruptedException {
        return Long.parseLong(send(request("/orders").POST(BodyPublishers.ofString(item))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(orders.uri(path)).timeout(PATIENCE);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(
                    "%s answered %d: %s".formatted(response.uri(), response.statusCode(), response.body()));
        }
        return response.body();
    }
}
