package io.lifeboat.engine.local;

import io.lifeboat.engine.agent.Report;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Takes in what the agents report. Reports that were overtaken by a newer one of the same node are dropped. */
final class Collector implements AutoCloseable {

    private static final int MAX_BYTES = 8192;
    private static final long RETRY_NANOS = 1_000_000;

    /** Node, time at the agent, report. */
    private static final int WORDS = 3;

    /** Hears reports, those of one node in the order in which they were sent; called by one thread. */
    interface Listener {

        void onHello(Report.Hello hello);

        void onMeasured(String node, Report.Measured measured);
    }

    private final DatagramSocket socket;
    private final Listener listener;
    private final Map<String, Long> newest = new HashMap<>();

    Collector(InetAddress address, Listener listener) throws IOException {
        this.socket = new DatagramSocket(new InetSocketAddress(address, 0));
        this.listener = listener;
        Daemons.start("collector", this::run);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void run() {
        DatagramPacket packet = new DatagramPacket(new byte[MAX_BYTES], MAX_BYTES);
        while (!socket.isClosed()) {
            try {
                packet.setLength(MAX_BYTES);
                socket.receive(packet);
                take(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // Closed, which the loop sees, or a datagram less.
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void take(String line) {
        String[] words = line.split(" ", WORDS);
        if (words.length < WORDS || !words[1].matches("-?\\d{1,19}")) {
            return;
        }
        long sentAt = Long.parseLong(words[1]);
        Long before = newest.get(words[0]);
        if (before != null && sentAt - before < 0) {
            return;
        }
        newest.put(words[0], sentAt);
        Optional<Report> report = Report.parse(words[2]);
        if (report.isPresent() && report.get() instanceof Report.Hello hello) {
            listener.onHello(hello);
        } else if (report.isPresent() && report.get() instanceof Report.Measured measured) {
            listener.onMeasured(words[0], measured);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
