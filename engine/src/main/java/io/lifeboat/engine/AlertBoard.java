package io.lifeboat.engine;

import io.lifeboat.engine.alert.AlertSettings;
import io.lifeboat.engine.alert.Confirmation;
import io.lifeboat.engine.alert.Quorum;
import io.lifeboat.engine.alert.QuorumSettings;
import io.lifeboat.engine.alert.SignalFamily;
import io.lifeboat.engine.alert.StableLevel;
import io.lifeboat.engine.alert.Thresholds;
import io.lifeboat.engine.alert.Voice;
import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.Prediction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The open alerts of all nodes, and which of the critical ones are confirmed. */
final class AlertBoard {

    private static final class Alert {
        private final StableLevel level;
        private final Voice voice;
        private @Nullable Instant judged;

        private Alert(AlertSettings settings, SignalFamily families) {
            this.level = new StableLevel(settings);
            this.voice = new Voice(settings, families);
        }

        private boolean isAtLeast(AlertTier tier) {
            return level.level() > tier.ordinal();
        }
    }

    private static final class NodeAlerts {
        private final Map<Component, Alert> byComponent = new EnumMap<>(Component.class);
        private Confirmation confirmation = Confirmation.NONE;
        private @Nullable Instant criticalSince;
        private boolean rests;

        private boolean isAtLeast(AlertTier tier) {
            for (Alert alert : byComponent.values()) {
                if (alert.isAtLeast(tier)) {
                    return true;
                }
            }
            return false;
        }
    }

    private final AlertSettings settings;
    private final Quorum quorum;
    private final SignalFamily families;
    private final Consumer<EngineEvent> events;
    private final Map<String, NodeAlerts> alerts = new LinkedHashMap<>();

    /** Nodes with any open alert: few, and asked for every node every tick. Its order does not matter. */
    private final Set<String> open = new HashSet<>();

    private @Nullable Instant round;
    private @Nullable Instant before;

    AlertBoard(AlertSettings settings, QuorumSettings quorum, SignalFamily families, Consumer<EngineEvent> events) {
        this.settings = settings;
        this.quorum = new Quorum(quorum);
        this.families = families;
        this.events = events;
    }

    /** Begins the round of a tick. */
    void begin(Instant now) {
        before = round;
        round = now;
    }

    /**
     * Takes in the predictions of one tick for one node.
     *
     * @return whether the node rests: as long as predictions and thresholds stay the same it need not be updated
     */
    boolean update(Instant now, String node, List<Prediction> predictions, Thresholds thresholds) {
        NodeAlerts ofNode = alerts.computeIfAbsent(node, id -> new NodeAlerts());
        if (ofNode.rests && before != null) {
            Instant until = before;
            ofNode.byComponent.values().forEach(alert -> alert.level.rested(until));
        }
        for (Prediction prediction : predictions) {
            Alert alert = ofNode.byComponent.computeIfAbsent(
                    prediction.component(), component -> new Alert(settings, families));
            update(now, alert, prediction, thresholds);
        }
        confirm(now, ofNode);
        if (ofNode.isAtLeast(AlertTier.INFORMATIONAL)) {
            open.add(node);
            ofNode.rests = false;
        } else {
            open.remove(node);
            ofNode.rests = rests(ofNode, predictions, thresholds);
        }
        return ofNode.rests;
    }

    private static boolean rests(NodeAlerts ofNode, List<Prediction> predictions, Thresholds thresholds) {
        for (Prediction prediction : predictions) {
            Alert alert = ofNode.byComponent.get(prediction.component());
            boolean rests = alert != null
                    && (prediction.abstained()
                            || alert.level.rests(prediction.probability(), thresholds) && alert.voice.isSilent());
            if (!rests) {
                return false;
            }
        }
        return true;
    }

    /** The node has left: its alerts end, and nothing of them is kept. */
    void forget(Instant now, String node) {
        open.remove(node);
        NodeAlerts ofNode = alerts.remove(node);
        if (ofNode != null) {
            ofNode.byComponent.forEach((component, alert) -> {
                if (alert.isAtLeast(AlertTier.INFORMATIONAL)) {
                    events.accept(new EngineEvent.AlertCleared(now, node, component));
                }
            });
        }
    }

    /** The nodes with an open alert, in no order. */
    Set<String> open() {
        return open;
    }

    private void update(Instant now, Alert alert, Prediction prediction, Thresholds byCost) {
        if (prediction.abstained()) {
            alert.level.abstain();
            alert.voice.silence();
            alert.judged = null;
            return;
        }
        if (prediction.at().equals(alert.judged)) {
            // It stands since an earlier tick: said once, however often it is heard.
            return;
        }
        alert.judged = prediction.at();
        // A costly workload must not chase noise: below the floor the promised rate of false alarms would be broken.
        Thresholds thresholds = byCost.atLeast(prediction.guarantee().floor());
        int before = alert.level.level();
        int after = alert.level.update(now, prediction.probability(), thresholds);
        alert.voice.hear(now, prediction, thresholds);
        if (after > 0 && after != before) {
            AlertTier tier = AlertTier.values()[after - 1];
            double threshold = thresholds.of(after);
            events.accept(new EngineEvent.AlertRaised(
                    now, prediction.node(), prediction.component(), tier, threshold, prediction));
        } else if (after == 0 && before > 0) {
            events.accept(new EngineEvent.AlertCleared(now, prediction.node(), prediction.component()));
        }
    }

    /** Once confirmed, an alert stays so until it is not critical any more: what was begun is not left half done. */
    private void confirm(Instant now, NodeAlerts ofNode) {
        if (!ofNode.isAtLeast(AlertTier.CRITICAL)) {
            ofNode.confirmation = Confirmation.NONE;
            ofNode.criticalSince = null;
            return;
        }
        if (ofNode.criticalSince == null) {
            ofNode.criticalSince = now;
        }
        if (!ofNode.confirmation.given()) {
            Collection<Voice> critical = new ArrayList<>();
            Collection<Voice> others = new ArrayList<>();
            for (Alert alert : ofNode.byComponent.values()) {
                if (alert.isAtLeast(AlertTier.WARNING)) {
                    (alert.isAtLeast(AlertTier.CRITICAL) ? critical : others).add(alert.voice);
                }
            }
            ofNode.confirmation = quorum.judge(now, critical, others);
        }
    }

    /** Whether the node has an open alert of at least this tier. */
    boolean isAtLeast(String node, AlertTier tier) {
        NodeAlerts ofNode = open.contains(node) ? alerts.get(node) : null;
        return ofNode != null && ofNode.isAtLeast(tier);
    }

    /** The component with the highest open alert, from a warning on, and of equals the one with the highest peak. */
    Optional<Component> loudest(String node) {
        NodeAlerts ofNode = alerts.get(node);
        Component loudest = null;
        double most = 0;
        if (ofNode != null) {
            for (Map.Entry<Component, Alert> entry : ofNode.byComponent.entrySet()) {
                Alert alert = entry.getValue();
                double loudness = alert.level.level() + alert.level.peak() / 2;
                if (alert.isAtLeast(AlertTier.WARNING) && loudness > most) {
                    loudest = entry.getKey();
                    most = loudness;
                }
            }
        }
        return Optional.ofNullable(loudest);
    }

    /** Whether its critical alerts may lead to a move. */
    Confirmation confirmation(String node) {
        NodeAlerts ofNode = alerts.get(node);
        return ofNode == null ? Confirmation.NONE : ofNode.confirmation;
    }

    /** Since when it has had a critical alert; empty without one. */
    Optional<Instant> criticalSince(String node) {
        NodeAlerts ofNode = alerts.get(node);
        return ofNode == null ? Optional.empty() : Optional.ofNullable(ofNode.criticalSince);
    }

    /** The highest probability that its open critical alerts have shown; 0 without one. */
    double criticalPeak(String node) {
        NodeAlerts ofNode = alerts.get(node);
        double peak = 0;
        if (ofNode != null) {
            for (Alert alert : ofNode.byComponent.values()) {
                peak = alert.isAtLeast(AlertTier.CRITICAL) ? Math.max(peak, alert.level.peak()) : peak;
            }
        }
        return peak;
    }
}
