package io.lifeboat.junit.plan;

import io.lifeboat.engine.manufacturer.ManufacturerData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What predicts failures on real platforms.
 *
 * @param learned {@code lifeboat.predictor}: {@code learned} by default, {@code rules} without any training
 * @param models {@code lifeboat.models}: directory of models that the train command wrote; empty for those that ship
 * @param manufacturer {@code lifeboat.manufacturer}: file of device models, whose tolerances apply
 */
public record PredictorSettings(boolean learned, Optional<Path> models, Optional<ManufacturerData> manufacturer) {

    public static final String PREDICTOR = "lifeboat.predictor";
    public static final String MODELS = "lifeboat.models";
    public static final String MANUFACTURER = "lifeboat.manufacturer";

    private static final String LEARNED = "learned";
    private static final String RULES = "rules";

    static PredictorSettings read(Function<String, Optional<String>> get) {
        return new PredictorSettings(
                get.apply(PREDICTOR).map(PredictorSettings::learned).orElse(true),
                get.apply(MODELS).map(PredictorSettings::directory),
                get.apply(MANUFACTURER).map(PredictorSettings::manufacturer));
    }

    private static boolean learned(String text) {
        return switch (text.strip()) {
            case LEARNED -> true;
            case RULES -> false;
            default ->
                throw new PlanException("%s = \"%s\" is no predictor.%s"
                        .formatted(PREDICTOR, text, Suggestion.maybe(text, List.of(LEARNED, RULES))));
        };
    }

    private static Path directory(String text) {
        Path directory = Path.of(text.strip());
        if (!Files.isDirectory(directory)) {
            throw new PlanException("%s = \"%s\" is no directory.%nMaybe train models first, see docs/local-model.md."
                    .formatted(MODELS, text));
        }
        return directory;
    }

    private static ManufacturerData manufacturer(String text) {
        try {
            return ManufacturerData.load(Path.of(text.strip()));
        } catch (IOException e) {
            throw new PlanException("%s = \"%s\" cannot be used: %s".formatted(MANUFACTURER, text, e.getMessage()));
        }
    }
}
