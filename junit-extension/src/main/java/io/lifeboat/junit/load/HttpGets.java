package io.lifeboat.junit.load;

import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.ResponseCheck;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** GET requests over one shared client. Thread-safe. */
final class HttpGets implements Transport {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    @Override
    public LoadGenerator.Action get(URI uri) {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
        return () -> client.send(request, HttpGets::body);
    }

    /** What an error says is worth reading; what a good answer says is not kept. */
    private static HttpResponse.BodySubscriber<String> body(HttpResponse.ResponseInfo info) {
        return info.statusCode() >= ResponseCheck.LEAST_ERROR_STATUS
                ? HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8)
                : HttpResponse.BodySubscribers.replacing("");
    }
}
