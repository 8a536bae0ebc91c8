package io.lifeboat.engine.evaluate.local;

import io.lifeboat.engine.AlertTier;
import io.lifeboat.engine.Engine;
import io.lifeboat.engine.EngineConfig;
import io.lifeboat.engine.EngineEvent;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.prediction.FailurePredictor;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an engine that only observes would have warned of in a recorded run.
 *
 * @param lead from the first warning of the sick node to its failure; empty without one in time
 * @param falseAlarms warnings of other nodes, before the onset, or of a disturbance that passed
 */
record Alarms(Optional<Duration> lead, int falseAlarms) {

    private static final Duration TICK = Duration.ofMillis(100);

    /** @param horizon of the predictor */
    static Alarms of(List<TelemetryFrame> frames, List<Truth> truths, FailurePredictor predictor, Duration horizon) {
        List<EngineEvent.AlertRaised> raised = new ArrayList<>();
        List<TelemetryFrame> due = new ArrayList<>();
        List<String> nodes =
                frames.stream().map(TelemetryFrame::node).distinct().sorted().toList();
        Engine engine = Engine.builder()
                .operator(new ReplayedCluster(nodes))
                .telemetry(() -> {
                    List<TelemetryFrame> polled = List.copyOf(due);
                    due.clear();
                    return polled;
                })
                .predictor(predictor)
                .config(EngineConfig.builder()
                        .mode(EngineConfig.Mode.OBSERVING)
                        .horizon(horizon)
                        .build())
                .listener(event -> {
                    if (event instanceof EngineEvent.AlertRaised alert && alert.tier() != AlertTier.INFORMATIONAL) {
                        raised.add(alert);
                    }
                })
                .build();
        int next = 0;
        Instant end = frames.get(frames.size() - 1).at();
        for (Instant now = frames.get(0).at(); !now.isAfter(end); now = now.plus(TICK)) {
            for (; next < frames.size() && !frames.get(next).at().isAfter(now); next++) {
                due.add(frames.get(next));
            }
            engine.tick(now);
        }
        return count(raised, truths);
    }

    private static Alarms count(List<EngineEvent.AlertRaised> raised, List<Truth> truths) {
        Optional<Duration> lead = Optional.empty();
        int wrong = 0;
        for (EngineEvent.AlertRaised alert : raised) {
            Optional<Truth> failing = truths.stream()
                    .filter(truth -> truth.node().equals(alert.node())
                            && truth.failedAt().isPresent()
                            && !alert.at().isBefore(truth.onset()))
                    .findFirst();
            if (failing.isEmpty()) {
                wrong++;
            } else if (lead.isEmpty()) {
                lead = failing.flatMap(Truth::failedAt)
                        .map(failed -> Duration.between(alert.at(), failed))
                        .filter(ahead -> !ahead.isNegative());
            }
        }
        return new Alarms(lead, wrong);
    }
}
