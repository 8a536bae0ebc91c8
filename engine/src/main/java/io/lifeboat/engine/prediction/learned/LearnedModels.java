package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.model.file.ModelFile;
import io.lifeboat.engine.model.file.TrainingWindow;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.Cadence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was learned of the components of one kind of node: one {@link ModelFile} each, {@code cpu.model}, {@code memory.model},
 * {@code disk.model} and {@code network.model} in one directory. Immutable and thread-safe.
 */
public final class LearnedModels {

    private static final String KIND = "component-ensemble-2/";
    private static final Component[] COMPONENTS = Component.values();

    private final Map<Component, ComponentModel> models;
    private final TrainingWindow window;
    private final Cadence cadence;
    private final List<String> problems;

    LearnedModels(
            Map<Component, ComponentModel> models, TrainingWindow window, Cadence cadence, List<String> problems) {
        this.models = new EnumMap<>(Component.class);
        this.models.putAll(models);
        this.window = window;
        this.cadence = cadence;
        this.problems = List.copyOf(problems);
    }

    /** Null if nothing was learned of the component. */
    @Nullable
    ComponentModel of(Component component) {
        return models.get(component);
    }

    /** The components that something was learned of. */
    public List<Component> components() {
        return List.copyOf(models.keySet());
    }

    /** How far ahead the models look; the rules' horizon if there is none. */
    public Duration horizon() {
        return models.values().stream()
                .map(model -> cadence.real(model.members().horizon()))
                .findFirst()
                .orElse(TrendSettings.defaults().horizon());
    }

    /** How often the telemetry came that they have learned from; they predict from such telemetry only. */
    public Cadence cadence() {
        return cadence;
    }

    /** The time from which they have learned. */
    public TrainingWindow window() {
        return window;
    }

    /** Why the model of a component could not be used, one text a component; the rules speak alone there. */
    public List<String> problems() {
        return problems;
    }

    /**
     * The models that ship with the engine, for local nodes: groups of processes on one machine. Trained on recorded runs of the sample
     * scenarios, see docs/local-model.md. Read when first asked for, once in a JVM.
     */
    public static LearnedModels forLocalNodes() {
        return Shipped.LOCAL;
    }

    /** Nobody who does not ask for them pays for reading them. */
    private static final class Shipped {
        private static final LearnedModels LOCAL = LearnedModelFiles.ofResources("local");
    }

    /**
     * Reads the models of a directory. A file that is broken, foreign, outdated or missing leaves its component to the rules;
     * {@link #problems} says why.
     *
     * @throws IOException if the directory holds no usable model at all
     */
    public static LearnedModels load(Path directory) throws IOException {
        LearnedModels loaded = LearnedModelFiles.ofDirectory(directory);
        if (loaded.models.isEmpty()) {
            throw new IOException("There is no usable model in \"%s\": %s%nMaybe train them first."
                    .formatted(directory, String.join(" ", loaded.problems)));
        }
        return loaded;
    }

    /** Writes one file a component; each is replaced as a whole or not at all. */
    public void save(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<Component, ComponentModel> entry : models.entrySet()) {
            ComponentModel model = entry.getValue();
            ModelFile.of(
                            kind(entry.getKey(), cadence),
                            FeatureSpace.of(cadence).names(entry.getKey()),
                            window,
                            model.merge().calibration(),
                            model::write)
                    .save(directory.resolve(LearnedModelFiles.name(entry.getKey())));
        }
    }

    /** Such as {@code component-ensemble-2/disk}, and of a slower cadence {@code component-ensemble-2/disk/172800}. */
    static String kind(Component component, Cadence cadence) {
        String kind = KIND + component.name().toLowerCase(Locale.ROOT);
        return cadence.isLive() ? kind : kind + "/" + cadence.factor();
    }

    /** The cadence that a kind was written with; live if it is of another kind altogether. */
    static Cadence cadenceOf(Component component, String kind) {
        String slower = kind(component, Cadence.LIVE) + "/";
        String factor = kind.startsWith(slower) ? kind.substring(slower.length()) : "";
        return factor.matches("[1-9]\\d{0,11}") ? new Cadence(Long.parseLong(factor)) : Cadence.LIVE;
    }
}
