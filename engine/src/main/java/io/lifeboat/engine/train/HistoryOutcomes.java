package io.lifeboat.engine.train;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.prediction.learned.LabelledRun.Outcomes;
import io.lifeboat.engine.prediction.learned.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Labels from the truth of a run. A component fails if it was degrading at that moment and failed within the horizon: before the
 * onset there was nothing to see, and the chance that something begins is no model's business. Once a component of a node has
 * failed nothing is known of any part of it. What our own action ended early is not counted either way.
 *
 * @param truths of the run
 * @param horizon how far ahead outcomes are asked for
 */
record HistoryOutcomes(List<Truth> truths, Duration horizon) implements Outcomes {

    HistoryOutcomes {
        truths = List.copyOf(truths);
    }

    @Override
    public Outcome of(String node, Component component, Instant at) {
        Outcome outcome = Outcome.HOLDS;
        for (Truth truth : truths) {
            if (!truth.node().equals(node)) {
                continue;
            }
            if (truth.failedAt().filter(failed -> !at.isBefore(failed)).isPresent() || isCensored(truth, at)) {
                return Outcome.UNKNOWN;
            }
            if (truth.component() == component && fails(truth, at)) {
                outcome = Outcome.FAILS;
            }
        }
        return outcome;
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
