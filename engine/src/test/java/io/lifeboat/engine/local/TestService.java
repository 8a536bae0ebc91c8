package io.lifeboat.engine.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;

/** A workload for tests: tells its node, and appends lines to a file that it forces to the disk before it answers. */
public final class TestService {

    private TestService() {}

    /** The first argument, if any, is a node on which it refuses to run. */
    public static void main(String[] arguments) throws IOException {
        String node = System.getenv("LIFEBOAT_NODE");
        if (arguments.length > 0 && arguments[0].equals(node)) {
            System.out.println("ERROR no licence for " + node);
            System.exit(3);
        }
        // Otherwise Nagle's algorithm and delayed acknowledgements add 40 ms to every answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(
                new InetSocketAddress(System.getenv("HOST"), Integer.parseInt(System.getenv("PORT"))), 100);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> answer(exchange, node));
        server.createContext("/health", exchange -> answer(exchange, "ok"));
        server.createContext("/append", TestService::append);
        server.createContext("/lines", exchange -> answer(exchange, Files.readString(file())));
        server.start();
        System.out.println("serving on " + node);
    }

    private static Path file() {
        return Path.of(System.getenv("LIFEBOAT_DATA"), "lines.txt");
    }

    private static synchronized void append(HttpExchange exchange) throws IOException {
        byte[] line = exchange.getRequestBody().readAllBytes();
        try (FileChannel file = FileChannel.open(file(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            file.write(ByteBuffer.wrap(line));
            file.force(true);
        }
        answer(exchange, "written");
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
