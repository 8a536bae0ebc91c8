package io.lifeboat.engine.manufacturer;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.PriorHazard;
import io.lifeboat.engine.prediction.PriorHazards;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hazard of a component is that of its devices together: it fails when the first of them does. Told of in words is the one that fails
 * most often.
 */
final class NodeHazards implements PriorHazards {

    /** Only looked up by name. */
    private final Map<String, NodeDevices> named = new HashMap<>();

    private final Map<Pattern, NodeDevices> patterns = new LinkedHashMap<>();

    NodeHazards(List<NodeDevices> nodes) {
        for (NodeDevices node : nodes) {
            if (node.isPattern()) {
                patterns.put(node.pattern(), node);
            } else {
                named.put(node.name(), node);
            }
        }
    }

    @Override
    public Optional<PriorHazard> of(String node, Component component, Instant at, Duration horizon) {
        return find(node).map(known -> known.devices().get(component)).map(devices -> hazard(devices, at, horizon));
    }

    private Optional<NodeDevices> find(String node) {
        NodeDevices exact = named.get(node);
        return exact != null
                ? Optional.of(exact)
                : patterns.entrySet().stream()
                        .filter(entry -> entry.getKey().matcher(node).matches())
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    private static PriorHazard hazard(List<Device> devices, Instant at, Duration horizon) {
        double none = 1;
        double perYear = 0;
        for (Device device : devices) {
            none *= 1 - device.within(at, horizon);
            perYear += device.perYear(at);
        }
        Device worst = devices.stream()
                .max(Comparator.comparingDouble(device -> device.perYear(at)))
                .orElseThrow();
        return new PriorHazard(1 - none, perYear, worst.words(at));
    }
}
