package io.lifeboat.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;

/** As much of a Redis client as the tests need: one command on a connection of its own. Speaks RESP 2. */
final class RedisClient {

    private static final int PATIENCE_MILLIS = 10_000;

    private RedisClient() {}

    /** Sends a command and gives back the text of the reply; an error reply is an exception. */
    static String once(InetSocketAddress address, String... command) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            StringBuilder request = new StringBuilder("*" + command.length + "\r\n");
            for (String part : command) {
                request.append('$')
                        .append(part.getBytes(UTF_8).length)
                        .append("\r\n")
                        .append(part)
                        .append("\r\n");
            }
            socket.getOutputStream().write(request.toString().getBytes(UTF_8));
            return reply(new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)));
        }
    }

    private static String reply(BufferedReader in) throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("The server closed the connection.");
        }
        return switch (line.charAt(0)) {
            case '+', ':' -> line.substring(1);
            case '$' -> line.equals("$-1") ? "" : in.readLine();
            default -> throw new IOException("The server answered: " + line);
        };
    }
}
