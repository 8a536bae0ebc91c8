package io.lifeboat.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A small order service, as ordinary as can be: it knows nothing of Lifeboat.
 *
 * <pre>
 * GET  /health        200 once the database is open
 * GET  /orders/42     200 and the item, or 404
 * GET  /orders/count  200 and the number of orders
 * POST /orders        201 and the id, after the order is committed
 * </pre>
 *
 * It listens on {@code HOST} and {@code PORT}, keeps its data in the directory {@code LIFEBOAT_DATA}, or in memory
 * without it, and closes its database on SIGTERM.
 */
public final class OrderService implements AutoCloseable {

    private static final int THREADS = 16;

    private final OrderStore store;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private OrderService(OrderStore store, HttpServer server) {
        this.store = store;
        this.server = server;
    }

    /** Runs until SIGTERM. */
    public static void main(String[] args) throws IOException, SQLException {
        // Without this the JDK's server waits up to 40 ms for the client to acknowledge the headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Map<String, String> env = System.getenv();
        String data = env.get("LIFEBOAT_DATA");
        InetSocketAddress address = new InetSocketAddress(
                env.getOrDefault("HOST", "127.0.0.1"), Integer.parseInt(env.getOrDefault("PORT", "8080")));
        OrderService service = start(address, data == null || data.isEmpty() ? null : Path.of(data));
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "shutdown"));
    }

    static OrderService start(InetSocketAddress address, @Nullable Path directory) throws IOException, SQLException {
        OrderStore store = OrderStore.open(directory);
        OrderService service = new OrderService(store, HttpServer.create(address, 0));
        service.server.createContext("/", service::handle);
        service.server.setExecutor(service.threads);
        service.server.start();
        return service;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = answer(exchange);
            byte[] body = reply.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try {
            return switch (exchange.getRequestMethod() + " " + path) {
                case "GET /health" -> new Reply(200, "UP");
                case "GET /orders/count" -> new Reply(200, Long.toString(store.count()));
                case "POST /orders" -> new Reply(201, Long.toString(store.add(body(exchange))));
                default -> path.matches("/orders/\\d{1,18}") ? order(path) : new Reply(404, "no such page");
            };
        } catch (SQLException e) {
            return new Reply(503, "the database says: " + e.getMessage());
        }
    }

    private Reply order(String path) throws SQLException {
        long id = Long.parseLong(path.substring("/orders/".length()));
        return store.find(id).map(item -> new Reply(200, item)).orElse(new Reply(404, "no such order"));
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
        try {
            store.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be closed.", e);
        }
    }

    private record Reply(int status, String body) {}
}
