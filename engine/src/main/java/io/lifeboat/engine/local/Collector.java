package io.lifeboat.engine.local;

import io.lifeboat.engine.agent.Report;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Takes in what the agents report. Reports that were overtaken by a newer one of the same node are dropped. */
final class Collector implements AutoCloseable {

    private static final int MAX_BYTES = 8192;

    /** Node, time at the agent, report. */
    private static final int WORDS = 3;

    /** Hears reports, those of one node in the order in which they were sent; called by one thread. */
    interface Listener {

        void onHello(Report.Hello hello);

        void onMeasured(String node, Report.Measured measured);
    }

    private final Listener listener;
    private final Map<String, Long> newest = new HashMap<>();
    private final DatagramLoop loop;

    Collector(InetAddress address, Listener listener) throws IOException {
        this.listener = listener;
        this.loop = new DatagramLoop("collector", address, MAX_BYTES, (socket, packet) -> take(text(packet)));
    }

    InetSocketAddress address() {
        return loop.address();
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
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
        loop.close();
    }
}
