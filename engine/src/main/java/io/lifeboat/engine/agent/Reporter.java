package io.lifeboat.engine.agent;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Sends reports to the collector, a datagram each: on a link that loses data a stream would hold back every later report
 * for the sake of a lost one, just when they matter. Not thread-safe.
 */
final class Reporter {

    /** The greeting may be lost like any other report, so it is repeated. */
    private static final int REPORTS_BETWEEN_GREETINGS = 10;

    private final InetSocketAddress collector;
    private final Report.Hello hello;
    private final DatagramSocket socket;
    private long sent;

    Reporter(InetAddress own, InetSocketAddress collector, Report.Hello hello) throws IOException {
        this.collector = collector;
        this.hello = hello;
        this.socket = new DatagramSocket(new InetSocketAddress(own, 0));
    }

    void send(Report.Measured report) {
        try {
            if (sent++ % REPORTS_BETWEEN_GREETINGS == 0) {
                write(hello);
            }
            write(report);
        } catch (IOException e) {
            // The network is in the way. A report that cannot be sent is seen as missing.
            sent = 0;
        }
    }

    /** The clock orders reports, also those of an agent that was started again: it counts from the boot of the machine. */
    private void write(Report report) throws IOException {
        String line = "%s %d %s".formatted(hello.node(), System.nanoTime(), report.toLine());
        byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
        socket.send(new DatagramPacket(bytes, bytes.length, collector));
    }
}
