package io.lifeboat.fault.link;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.InjectionEvidence;
import java.time.Duration;
import java.util.List;

/** A network fault in place. */
final class LinkFault implements ActiveFault {

    private final Failure failure;
    private final List<Applied> ways;
    private double severity;
    private boolean closed;

    LinkFault(Failure failure, List<Applied> ways) {
        this.failure = failure;
        this.ways = List.copyOf(ways);
    }

    @Override
    public synchronized void severity(double next) {
        if (closed) {
            return;
        }
        severity = next;
        Impairment impairment = next == 0 ? Impairment.NONE : impairment(next);
        ways.forEach(way -> way.set(impairment));
    }

    private Impairment impairment(double share) {
        return switch (failure.type()) {
            case NETWORK_LATENCY ->
                Impairment.ofLatency(times(failure.latency(), share), times(failure.jitter(), share));
            case NETWORK_BANDWIDTH ->
                Impairment.ofBandwidth(Math.max(1, Math.round(failure.bytesPerSecond() * (1 - share))));
            default -> Impairment.ofLoss(share);
        };
    }

    private static Duration times(Duration duration, double share) {
        return Duration.ofNanos(Math.round(duration.toNanos() * share));
    }

    @Override
    public synchronized InjectionEvidence evidence() {
        long hits = ways.stream().mapToLong(Applied::hits).sum();
        return new InjectionEvidence(
                hits,
                "packets held, lost or slowed",
                "last severity %.2f on %s".formatted(severity, ways.size() == 2 ? "both ways" : "one way"));
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            ways.forEach(Applied::remove);
        }
    }
}
