package io.lifeboat.engine.manufacturer;

import io.lifeboat.engine.prediction.PriorHazards;
import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.prediction.Tolerance.Direction;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models of one file of manufacturer data; the format is described in docs/manufacturer-data.md. Immutable and thread-safe. */
public final class ManufacturerData {

    private final Map<String, DeviceModel> models;
    private final List<NodeDevices> nodes;

    ManufacturerData(Collection<DeviceModel> models, List<NodeDevices> nodes) {
        this.nodes = List.copyOf(nodes);
        this.models = new LinkedHashMap<>();
        models.forEach(model -> this.models.put(model.name(), model));
    }

    /**
     * Reads a file.
     *
     * @throws ManufacturerDataException if anything in it is wrong; names the line, the reason and the likely fix
     * @throws IOException if it cannot be read
     */
    public static ManufacturerData load(Path file) throws IOException {
        return DataFile.read(file);
    }

    /** All models, in the order of the file. */
    public List<DeviceModel> models() {
        return List.copyOf(models.values());
    }

    /**
     * The model of that name.
     *
     * @throws IllegalArgumentException if the file has none; suggests the closest name
     */
    public DeviceModel find(String model) {
        DeviceModel found = models.get(model);
        if (found == null) {
            throw new IllegalArgumentException("There is no manufacturer data of model '%s'.%s"
                    .formatted(Spelling.printable(model), Spelling.suggestion(model, models.keySet())));
        }
        return found;
    }

    /**
     * What is known of the devices of nodes: of those that the file tells the models of. A node is looked for by its name first, and then
     * among the patterns in the order of the file.
     */
    public PriorHazards priors() {
        return nodes.isEmpty() ? PriorHazards.NONE : new NodeHazards(nodes);
    }

    /** The default tolerances, replaced where a model of the file gives one of its own; of several the strictest counts. */
    public List<Tolerance> tolerances() {
        return merged(Tolerance.defaults(), models.values());
    }

    /**
     * The same with only the models that a node is made of.
     *
     * @throws IllegalArgumentException if the file has not all of them
     */
    public List<Tolerance> tolerances(Collection<String> modelsOfNode) {
        return merged(
                Tolerance.defaults(), modelsOfNode.stream().map(this::find).toList());
    }

    /** Settings of the predictor with the tolerances of all models of the file in place of its own. */
    public TrendSettings applyTo(TrendSettings settings) {
        return settings.withTolerances(merged(settings.tolerances(), models.values()));
    }

    private static List<Tolerance> merged(List<Tolerance> base, Collection<DeviceModel> models) {
        Map<Metric, Tolerance> given = new EnumMap<>(Metric.class);
        for (DeviceModel model : models) {
            model.tolerances()
                    .forEach(tolerance -> given.merge(tolerance.metric(), tolerance, ManufacturerData::stricter));
        }
        Map<Metric, Tolerance> merged = new EnumMap<>(Metric.class);
        base.forEach(tolerance -> merged.put(tolerance.metric(), tolerance));
        merged.putAll(given);
        return List.copyOf(merged.values());
    }

    private static Tolerance stricter(Tolerance a, Tolerance b) {
        boolean first = a.direction() == Direction.ABOVE ? a.limit() <= b.limit() : a.limit() >= b.limit();
        return first ? a : b;
    }
}
