package io.lifeboat.junit.experiment;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.fault.FailureType;
import io.lifeboat.report.FaultResult;
import io.lifeboat.report.journal.JournalEntry.FaultOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What the faults of an experiment really did to the nodes, as labels for training and for judging the predictions. */
final class Truths {

    /** A component with this share of the worst that a fault can do counts as failed; with less it is only disturbed. */
    private static final double FAILED = 0.8;

    private Truths() {}

    /**
     * A truth for each fault that acted. One that came to its worst, crashed nothing and stayed below {@value #FAILED} was a
     * disturbance that passed: neither failed nor censored. A fault that was undone before its worst is censored then: whether the component
     * would have failed nobody knows.
     *
     * @param zero when the experiment began, by the clock of the telemetry
     */
    static List<Truth> of(List<FaultResult> faults, Instant zero) {
        return faults.stream()
                .filter(fault -> fault.severity() > 0)
                .filter(fault -> fault.tookEffect() || fault.crashedAt().isPresent())
                .map(fault -> truth(fault, zero))
                .toList();
    }

    /**
     * A truth as an entry of the journal, from which the report reads what the predictions came to.
     *
     * @param truth of an experiment that began at {@link Instant#EPOCH}
     */
    static FaultOutcome outcome(long at, Truth truth) {
        return new FaultOutcome(
                at,
                truth.node(),
                truth.component().name(),
                micros(truth.onset()),
                truth.failedAt().map(Truths::micros).orElse(null),
                truth.censoredAt().map(Truths::micros).orElse(null));
    }

    private static long micros(Instant sinceEpoch) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, sinceEpoch);
    }

    private static Truth truth(FaultResult fault, Instant zero) {
        boolean grave = fault.crashedAt().isPresent() || fault.severity() >= FAILED;
        Optional<Duration> failed = grave ? fault.failedAt() : Optional.empty();
        Optional<Duration> censored = fault.failedAt().isPresent() ? Optional.empty() : fault.clearedAt();
        return new Truth(
                fault.node(),
                component(FailureType.valueOf(fault.type())),
                fault.type(),
                zero.plus(fault.injectedAt()),
                failed.map(zero::plus),
                censored.map(zero::plus));
    }

    private static Component component(FailureType type) {
        return switch (type) {
            case MEMORY_CORRUPTION -> Component.MEMORY;
            case DISK_LATENCY -> Component.DISK;
            case NETWORK_CUT, NETWORK_CUT_ONE_WAY, NETWORK_LATENCY, NETWORK_BANDWIDTH -> Component.NETWORK;
            // A node that stands still or dies at once gets no processor time: it shows there if it shows anywhere.
            case CPU_THROTTLE, PROCESS_PAUSE, PROCESS_CRASH -> Component.CPU;
        };
    }
}
