package io.lifeboat.engine.train;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.prediction.learned.LabelledRun.Outcomes;
import io.lifeboat.engine.prediction.learned.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Labels from the truth of a run. A component fails if it was degrading at that moment and failed within the horizon: before the
 * onset there was nothing to see, and the chance that something begins is no model's business. Once a component of a node has
 * failed nothing is known of any part of it. What our own action ended early is not counted either way.
 */
final class HistoryOutcomes implements Outcomes {

    private final Map<String, List<Truth>> truths;
    private final Duration horizon;
    private final Map<String, Instant> ends;

    /**
     * @param truths of the run
     * @param horizon how far ahead outcomes are asked for
     */
    HistoryOutcomes(List<Truth> truths, Duration horizon) {
        this(truths, horizon, Map.of());
    }

    private HistoryOutcomes(List<Truth> truths, Duration horizon, Map<String, Instant> ends) {
        this.truths = truths.stream().collect(Collectors.groupingBy(Truth::node));
        this.horizon = horizon;
        this.ends = ends;
    }

    /**
     * Of production data. Where nobody knows when it began, so that the onset is the failure itself, a component degrades for a horizon
     * before it fails. Whether a node that is no longer heard of would have failed is unknown from a horizon before on.
     *
     * @param ends when each node was heard of for the last time
     */
    static HistoryOutcomes ofProduction(List<Truth> truths, Duration horizon, Map<String, Instant> ends) {
        return new HistoryOutcomes(
                truths.stream().map(truth -> withOnset(truth, horizon)).toList(), horizon, Map.copyOf(ends));
    }

    private static Truth withOnset(Truth truth, Duration horizon) {
        return truth.failedAt()
                .filter(truth.onset()::equals)
                .map(failed -> new Truth(
                        truth.node(),
                        truth.component(),
                        truth.cause(),
                        failed.minus(horizon),
                        truth.failedAt(),
                        truth.censoredAt()))
                .orElse(truth);
    }

    @Override
    public Outcome of(String node, Component component, Instant at) {
        Outcome outcome = Outcome.HOLDS;
        for (Truth truth : truths.getOrDefault(node, List.of())) {
            if (truth.failedAt().filter(failed -> !at.isBefore(failed)).isPresent() || isCensored(truth, at)) {
                return Outcome.UNKNOWN;
            }
            if (truth.component() == component && fails(truth, at)) {
                outcome = Outcome.FAILS;
            }
        }
        Instant end = ends.get(node);
        boolean open = end != null && at.plus(horizon).isAfter(end);
        return open && outcome == Outcome.HOLDS ? Outcome.UNKNOWN : outcome;
    }

    private boolean fails(Truth truth, Instant at) {
        return !at.isBefore(truth.onset())
                && truth.failedAt()
                        .filter(failed -> !failed.isAfter(at.plus(horizon)))
                        .isPresent();
    }

    private boolean isCensored(Truth truth, Instant at) {
        return truth.failedAt().isEmpty()
                && !at.isBefore(truth.onset())
                && truth.censoredAt()
                        .filter(end -> end.isBefore(at.plus(horizon)) && at.isBefore(end))
                        .isPresent();
    }
}
