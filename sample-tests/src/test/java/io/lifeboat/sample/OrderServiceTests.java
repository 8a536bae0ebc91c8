package io.lifeboat.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service itself, without any failure. */
class OrderServiceTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path data;

    @Test
    void answersFromMemory() throws Exception {
        try (OrderService service = start(null)) {
            assertThat(get(service.port(), "/health").statusCode()).isEqualTo(200);
            assertThat(get(service.port(), "/orders/42").body()).isEqualTo("lifejacket no. 42");
            assertThat(get(service.port(), "/orders/count").body()).isEqualTo("100");
            assertThat(get(service.port(), "/orders/4711").statusCode()).isEqualTo(404);
            assertThat(get(service.port(), "/orders/none").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void keepsAnOrder() throws Exception {
        try (OrderService service = start(null)) {
            HttpResponse<String> created = post(service.port(), "a flare");
            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(get(service.port(), "/orders/" + created.body()).body()).isEqualTo("a flare");
        }
    }

    @Test
    void keepsOrdersOverARestart() throws Exception {
        String id;
        try (OrderService service = start(data)) {
            id = post(service.port(), "a flare").body();
        }
        try (OrderService service = start(data)) {
            assertThat(get(service.port(), "/orders/" + id).body()).isEqualTo("a flare");
            assertThat(get(service.port(), "/orders/count").body()).isEqualTo("101");
        }
    }

    @Test
    void keepsAcknowledgedOrdersWhenKilled() throws Exception {
        int port = freePort();
        Process process = launch(port);
        String id;
        try {
            id = awaitHealthy(process, port) ? post(port, "a flare").body() : "not healthy";
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (OrderService service = start(data)) {
            assertThat(get(service.port(), "/orders/" + id).body()).isEqualTo("a flare");
        }
    }

    @Test
    void stopsCleanlyOnSigterm() throws Exception {
        int port = freePort();
        Process process = launch(port);
        try {
            assertThat(awaitHealthy(process, port)).isTrue();
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(data.resolve("orders.trace.db")).doesNotExist();
        assertThat(data.resolve("orders.mv.db")).isNotEmptyFile();
    }

    private static OrderService start(@Nullable Path directory) throws Exception {
        return OrderService.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), directory);
    }

    private Process launch(int port) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder =
                new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), OrderService.class.getName());
        builder.environment().put("HOST", "127.0.0.1");
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("LIFEBOAT_DATA", data.toString());
        return builder.inheritIO().start();
    }

    private boolean awaitHealthy(Process process, int port) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                return get(port, "/health").statusCode() == 200;
            } catch (IOException notYet) {
                Thread.sleep(20);
            }
        }
        return false;
    }

    /** The only port here that is not asked for as 0: a child process has to be told one. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private HttpResponse<String> get(int port, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(port, path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(int port, String item) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(port, "/orders"))
                .POST(BodyPublishers.ofString(item))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
