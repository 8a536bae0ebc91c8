package io.lifeboat.engine.adapt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two detectors must give the alarm within a number of values: one alone does so too often on data that only looks as if it had changed
 * (arXiv 2211.13098).
 */
final class Agreement {

    private static final int NEEDED = 2;

    private final int within;
    private final Map<String, Long> alarms = new LinkedHashMap<>();
    private long now;

    Agreement(int within) {
        this.within = within;
    }

    void tick() {
        now++;
    }

    void hear(String detector, boolean alarm) {
        if (alarm) {
            alarms.put(detector, now);
        }
    }

    /** Those that agree now; empty if too few do. */
    List<String> agreeing() {
        List<String> recent = alarms.entrySet().stream()
                .filter(alarm -> now - alarm.getValue() <= within)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return recent.size() >= NEEDED ? recent : List.of();
    }
}
