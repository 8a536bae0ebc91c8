package io.lifeboat.engine;

import io.lifeboat.engine.alert.AlertSettings;
import io.lifeboat.engine.alert.StableLevel;
import io.lifeboat.engine.alert.Thresholds;
import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.Prediction;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The open alerts of all nodes. */
final class AlertBoard {

    private static final class Alert {
        private final StableLevel level;
        private double peak;

        private Alert(AlertSettings settings) {
            this.level = new StableLevel(settings);
        }
    }

    private final AlertSettings settings;
    private final Consumer<EngineEvent> events;
    private final Map<String, Map<Component, Alert>> alerts = new LinkedHashMap<>();

    AlertBoard(AlertSettings settings, Consumer<EngineEvent> events) {
        this.settings = settings;
        this.events = events;
    }

    void update(Instant now, Prediction prediction, Thresholds thresholds) {
        Alert alert = alerts.computeIfAbsent(prediction.node(), node -> new EnumMap<>(Component.class))
                .computeIfAbsent(prediction.component(), component -> new Alert(settings));
        if (prediction.abstained()) {
            alert.level.abstain();
            return;
        }
        int before = alert.level.level();
        int after = alert.level.update(now, prediction.probability(), thresholds);
        alert.peak = after == 0 ? 0 : Math.max(alert.peak, prediction.probability());
        if (after > 0 && after != before) {
            AlertTier tier = AlertTier.values()[after - 1];
            double threshold = thresholds.of(after);
            events.accept(new EngineEvent.AlertRaised(
                    now, prediction.node(), prediction.component(), tier, threshold, prediction));
        } else if (after == 0 && before > 0) {
            events.accept(new EngineEvent.AlertCleared(now, prediction.node(), prediction.component()));
        }
    }

    /** Whether the node has an open alert of at least this tier. */
    boolean isAtLeast(String node, AlertTier tier) {
        return alerts.getOrDefault(node, Map.of()).values().stream()
                .anyMatch(alert -> alert.level.level() > tier.ordinal());
    }

    /** The highest probability that its open critical alerts have shown; 0 without one. */
    double criticalPeak(String node) {
        return alerts.getOrDefault(node, Map.of()).values().stream()
                .filter(alert -> alert.level.level() > AlertTier.CRITICAL.ordinal())
                .mapToDouble(alert -> alert.peak)
                .max()
                .orElse(0);
    }
}
