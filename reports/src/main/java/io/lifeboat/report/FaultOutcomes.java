package io.lifeboat.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of every component within the horizon, by the faults of an experiment; the labels that models are trained by.
 * Before a fault began there was nothing to see, and the chance that one begins is no model's business. Once a component of a node
 * has failed nothing is known of any part of the node. A fault that was undone before its worst leaves open what would have come.
 *
 * @param horizon how far the probabilities look
 */
record FaultOutcomes(List<FaultResult> faults, Duration horizon) {

    /** A component with this share of the worst that a fault can do counts as failed; with less it is only disturbed. */
    private static final double FAILED = 0.8;

    /** Whether it was degrading at that time and failed within the horizon; empty if nobody can know. */
    Optional<Boolean> failsSoon(String node, String component, Duration at) {
        boolean fails = false;
        for (FaultResult fault : faults) {
            boolean begun = at.compareTo(fault.injectedAt()) >= 0;
            if (!fault.node().equals(node)
                    || !begun
                    || !fault.tookEffect() && fault.crashedAt().isEmpty()) {
                continue;
            }
            if (failedAt(fault).filter(failed -> at.compareTo(failed) >= 0).isPresent() || isOpen(fault, at)) {
                return Optional.empty();
            }
            fails |= component.equals(component(fault.type()))
                    && failedAt(fault)
                            .filter(failed -> failed.compareTo(at.plus(horizon)) <= 0)
                            .isPresent();
        }
        return Optional.of(fails);
    }

    private static Optional<Duration> failedAt(FaultResult fault) {
        boolean grave = fault.crashedAt().isPresent() || fault.severity() >= FAILED;
        return grave ? fault.failedAt() : Optional.empty();
    }

    private boolean isOpen(FaultResult fault, Duration at) {
        return fault.failedAt().isEmpty()
                && fault.clearedAt()
                        .map(end -> at.compareTo(end) < 0 && end.compareTo(at.plus(horizon)) < 0)
                        .orElse(true);
    }

    /** The component in which a fault shows, by its name in the annotation. */
    private static String component(String faultType) {
        if (faultType.startsWith("MEMORY")) {
            return "MEMORY";
        }
        if (faultType.startsWith("NETWORK")) {
            return "NETWORK";
        }
        // A node that stands still or dies gets no processor time: it shows there if it shows anywhere.
        return faultType.contains("DISK") ? "DISK" : "CPU";
    }
}
