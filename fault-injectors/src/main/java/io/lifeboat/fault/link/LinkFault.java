package io.lifeboat.fault.link;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.InjectionEvidence;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A network fault in place. */
final class LinkFault implements ActiveFault {

    private final Failure failure;
    private final List<Way.Applied> ways;
    private double severity;
    private boolean closed;

    LinkFault(Failure failure, Way.@Nullable Applied inbound, Way.@Nullable Applied outbound) {
        this.failure = failure;
        this.ways = Stream.of(inbound, outbound)
                .<Way.Applied>mapMulti((way, sink) -> {
                    if (way != null) {
                        sink.accept(way);
                    }
                })
                .filter(Objects::nonNull)
                .toList();
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
        long hits = ways.stream().mapToLong(Way.Applied::hits).sum();
        return new InjectionEvidence(
                hits,
                "packets held, lost or slowed",
                "last severity %.2f on %s".formatted(severity, ways.size() == 2 ? "both ways" : "one way"));
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            ways.forEach(Way.Applied::remove);
        }
    }
}
