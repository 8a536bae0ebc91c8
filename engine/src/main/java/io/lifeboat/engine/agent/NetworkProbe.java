package io.lifeboat.engine.agent;

import io.lifeboat.engine.telemetry.Metric;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Sends a datagram every 20 ms and expects it back. One that is not back after 250 ms is lost and sent once more. */
final class NetworkProbe implements Probe {

    private static final long PAUSE_NANOS = 20_000_000;
    private static final long TIMEOUT_NANOS = 250_000_000;
    private static final int BYTES = 16;

    private final DatagramSocket socket;
    private final InetSocketAddress echo;
    private final Map<Long, Long> outstanding = new ConcurrentHashMap<>();
    private final EventRate answered = new EventRate();
    private final EventRate lost = new EventRate();
    private final EventRate sentAgain = new EventRate();
    private double roundTripSum;
    private int roundTrips;

    NetworkProbe(InetAddress own, InetSocketAddress echo) throws IOException {
        this.socket = new DatagramSocket(new InetSocketAddress(own, 0));
        this.echo = echo;
        Threads.start("probe-sender", this::send);
        Threads.start("probe-receiver", this::receive);
    }

    private void send() {
        long sequence = 0;
        while (true) {
            long now = System.nanoTime();
            expire(now);
            outstanding.put(sequence, now);
            transmit(sequence, now);
            sequence++;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void expire(long now) {
        outstanding.forEach((sequence, sent) -> {
            if (now - sent > TIMEOUT_NANOS && outstanding.remove(sequence) != null) {
                lost.add(now, 1);
                sentAgain.add(now, 1);
                // Its answer, if it comes, is not waited for: the loss has been counted.
                transmit(sequence, now);
            }
        });
    }

    private void transmit(long sequence, long now) {
        byte[] bytes = ByteBuffer.allocate(BYTES).putLong(sequence).putLong(now).array();
        try {
            socket.send(new DatagramPacket(bytes, BYTES, echo));
        } catch (IOException e) {
            // Not sent is not answered: it will be counted as lost.
        }
    }

    private void receive() {
        DatagramPacket packet = new DatagramPacket(new byte[BYTES], BYTES);
        while (true) {
            try {
                socket.receive(packet);
                long now = System.nanoTime();
                Long sent = outstanding.remove(ByteBuffer.wrap(packet.getData()).getLong());
                if (sent != null) {
                    answered.add(now, 1);
                    addRoundTrip((now - sent) / 1e9);
                }
            } catch (IOException e) {
                // "Port unreachable" is reported here; the pause keeps a dead network from becoming a busy loop.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private synchronized void addRoundTrip(double seconds) {
        roundTripSum += seconds;
        roundTrips++;
    }

    @Override
    public synchronized void measure(Sample sample) {
        if (roundTrips > 0) {
            sample.put(Metric.NETWORK_ROUND_TRIP, roundTripSum / roundTrips);
            roundTripSum = 0;
            roundTrips = 0;
        }
        double losses = lost.perSecond(sample.nanos());
        double all = losses + answered.perSecond(sample.nanos());
        if (all > 0) {
            sample.putShare(Metric.NETWORK_LOSS, losses / all);
            sample.put(Metric.NETWORK_RETRANSMITS, sentAgain.perSecond(sample.nanos()));
        }
    }
}
