package io.lifeboat.engine.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks whether a process is ready, and where it listens: a program that does not care for the host it is given listens
 * on 127.0.0.1. The look is local to the node, as a kubelet's is, so a harmed network does not make it fail.
 */
final class ReadinessCheck {

    private static final int TIMEOUT_MILLIS = 1000;
    private static final int LOG_BYTES = 64 * 1024;

    private final Readiness readiness;
    private final List<InetSocketAddress> candidates;
    private final Path log;
    private long logOffset;

    ReadinessCheck(Readiness readiness, InetAddress host, int port, Path log) {
        this.readiness = readiness;
        this.candidates = List.of(
                new InetSocketAddress(host, port), new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        this.log = log;
    }

    /** Where the process serves; empty while it is not ready. */
    Optional<InetSocketAddress> look() {
        if (readiness instanceof Readiness.HttpPath http) {
            return candidates.stream()
                    .filter(address -> answers(address, http.path()))
                    .findFirst();
        }
        Optional<InetSocketAddress> listening =
                candidates.stream().filter(ReadinessCheck::accepts).findFirst();
        if (readiness instanceof Readiness.LogLine line) {
            return logHas(Pattern.compile(line.regex()))
                    ? Optional.of(listening.orElse(candidates.get(0)))
                    : Optional.empty();
        }
        return listening;
    }

    private static boolean accepts(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answers(InetSocketAddress address, String path) {
        try {
            URL url = new URL("http", address.getAddress().getHostAddress(), address.getPort(), path);
            HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Connection", "close");
            try {
                int status = connection.getResponseCode();
                return status >= 200 && status < 400;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            // Not listening yet, or not answering.
            return false;
        }
    }

    private boolean logHas(Pattern pattern) {
        try (FileChannel channel = FileChannel.open(log)) {
            ByteBuffer buffer = ByteBuffer.allocate(LOG_BYTES);
            while (channel.read(buffer.clear(), logOffset) > 0) {
                String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
                if (text.lines().anyMatch(line -> pattern.matcher(line).find())) {
                    return true;
                }
                int end = lastLineEnd(buffer);
                if (end == 0 && buffer.hasRemaining()) {
                    return false;
                }
                logOffset += end == 0 ? buffer.position() : end;
            }
        } catch (IOException e) {
            // Nothing written yet.
            return false;
        }
        return false;
    }

    /** How many bytes are complete lines. */
    private static int lastLineEnd(ByteBuffer buffer) {
        int end = buffer.position();
        while (end > 0 && buffer.get(end - 1) != '\n') {
            end--;
        }
        return end;
    }
}
