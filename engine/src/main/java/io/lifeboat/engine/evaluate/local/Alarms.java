package io.lifeboat.engine.evaluate.local;

import io.lifeboat.engine.AlertTier;
import io.lifeboat.engine.Engine;
import io.lifeboat.engine.EngineConfig;
import io.lifeboat.engine.EngineEvent;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.prediction.FailurePredictor;
import io.lifeboat.engine.telemetry.ReplayedTelemetry;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an engine that only observes would have warned of in a recorded run.
 *
 * @param lead from the first warning of the sick node to its failure; empty without one in time
 * @param falseAlarms warnings of other nodes, before the onset, or of a disturbance that passed
 * @param lives what was said of the remaining life of the first component that failed
 */
record Alarms(Optional<Duration> lead, int falseAlarms, LifeBounds lives) {

    /** @param horizon of the predictor */
    static Alarms of(List<TelemetryFrame> frames, List<Truth> truths, FailurePredictor predictor, Duration horizon) {
        List<EngineEvent.AlertRaised> raised = new ArrayList<>();
        List<EngineEvent.Predicted> predicted = new ArrayList<>();
        ReplayedTelemetry telemetry = new ReplayedTelemetry(frames);
        List<String> nodes =
                frames.stream().map(TelemetryFrame::node).distinct().sorted().toList();
        Engine engine = Engine.builder()
                .operator(new ReplayedCluster(nodes))
                .telemetry(telemetry)
                .predictor(predictor)
                .config(EngineConfig.builder()
                        .mode(EngineConfig.Mode.OBSERVING)
                        .horizon(horizon)
                        .build())
                .listener(event -> {
                    if (event instanceof EngineEvent.AlertRaised alert && alert.tier() != AlertTier.INFORMATIONAL) {
                        raised.add(alert);
                    } else if (event instanceof EngineEvent.Predicted said) {
                        predicted.add(said);
                    }
                })
                .build();
        telemetry.run(engine::tick);
        LifeBounds lives = truths.stream()
                .filter(truth -> truth.failedAt().isPresent())
                .findFirst()
                .map(failure -> LifeBounds.of(predicted, failure))
                .orElse(LifeBounds.NONE);
        return count(raised, truths, lives);
    }

    private static Alarms count(List<EngineEvent.AlertRaised> raised, List<Truth> truths, LifeBounds lives) {
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
        return new Alarms(lead, wrong, lives);
    }
}
