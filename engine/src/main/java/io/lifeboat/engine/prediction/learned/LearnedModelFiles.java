package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.model.file.ModelFile;
import io.lifeboat.engine.model.file.TrainingWindow;
import io.lifeboat.engine.telemetry.Cadence;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the models of all components, and goes on without those that cannot be used. */
final class LearnedModelFiles {

    private static final TrainingWindow NEVER = new TrainingWindow(Instant.EPOCH, Instant.EPOCH);

    /** Where the file of a component comes from. */
    private interface Source {
        ModelFile open(Component component) throws IOException;
    }

    private LearnedModelFiles() {}

    static String name(Component component) {
        return component.name().toLowerCase(Locale.ROOT) + ".model";
    }

    static LearnedModels ofDirectory(Path directory) {
        return read(component -> ModelFile.load(directory.resolve(name(component))));
    }

    static LearnedModels ofResources(String folder) {
        return read(component -> {
            String resource = folder + "/" + name(component);
            try (InputStream in = LearnedModelFiles.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new FileNotFoundException("\"%s\" does not ship with this engine.".formatted(resource));
                }
                return ModelFile.parse(resource, in.readAllBytes());
            }
        });
    }

    private static LearnedModels read(Source source) {
        Map<Component, ComponentModel> models = new EnumMap<>(Component.class);
        List<String> problems = new ArrayList<>();
        TrainingWindow window = NEVER;
        Cadence cadence = Cadence.LIVE;
        for (Component component : Component.values()) {
            try {
                ModelFile file = source.open(component);
                Cadence own = LearnedModels.cadenceOf(component, file.kind());
                if (!models.isEmpty() && !own.equals(cadence)) {
                    problems.add("%s: its telemetry came each %s, that of the others each %s. Maybe train all at once."
                            .formatted(component, own.step(), cadence.step()));
                    continue;
                }
                models.put(
                        component,
                        file.model(
                                LearnedModels.kind(component, own),
                                FeatureSpace.of(own).names(component),
                                in -> ComponentModel.read(in, component, file.calibration(), file.window())));
                window = file.window();
                cadence = own;
            } catch (NoSuchFileException e) {
                problems.add("%s: there is no file %s.".formatted(component, e.getMessage()));
            } catch (IOException e) {
                problems.add("%s: %s".formatted(component, e.getMessage()));
            }
        }
        return new LearnedModels(models, window, cadence, problems);
    }
}
