package io.lifeboat.junit.plan;

import io.lifeboat.engine.manufacturer.ManufacturerData;
import io.lifeboat.engine.prediction.learned.LearnedModels;
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
 * @param models {@code lifeboat.models}: models of a directory that the train command wrote; empty for those that ship
 * @param manufacturer {@code lifeboat.manufacturer}: file of device models, whose tolerances apply
 * @param adapt {@code lifeboat.adapt}: where what is learned while running is kept; empty for models that stay as they are
 */
public record PredictorSettings(
        boolean learned,
        Optional<LearnedModels> models,
        Optional<ManufacturerData> manufacturer,
        Optional<AdaptPlan> adapt) {

    public static final String PREDICTOR = "lifeboat.predictor";
    public static final String MODELS = "lifeboat.models";
    public static final String MANUFACTURER = "lifeboat.manufacturer";
    public static final String ADAPT = "lifeboat.adapt";
    public static final String ADAPT_HISTORY = "lifeboat.adapt.history";

    private static final String LEARNED = "learned";
    private static final String RULES = "rules";
    private static final String OFF = "off";

    static PredictorSettings read(Function<String, Optional<String>> get) {
        return new PredictorSettings(
                get.apply(PREDICTOR).map(PredictorSettings::learned).orElse(true),
                get.apply(MODELS).map(PredictorSettings::models),
                get.apply(MANUFACTURER).map(PredictorSettings::manufacturer),
                get.apply(ADAPT).map(text -> new AdaptPlan(shelf(text), history(get))));
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

    private static LearnedModels models(String text) {
        Path directory = Path.of(text.strip());
        if (!Files.isDirectory(directory)) {
            throw new PlanException("%s = \"%s\" is no directory.%nMaybe train models first, see docs/local-model.md."
                    .formatted(MODELS, text));
        }
        try {
            return LearnedModels.load(directory);
        } catch (IOException e) {
            throw new PlanException("%s = \"%s\" cannot be used: %s".formatted(MODELS, text, e.getMessage()));
        }
    }

    private static Path shelf(String text) {
        Path directory = Path.of(text.strip());
        if (text.isBlank() || Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new PlanException("%s = \"%s\" is no directory, nor can it become one.%nMaybe name a new one."
                    .formatted(ADAPT, text));
        }
        return directory;
    }

    private static Optional<Path> history(Function<String, Optional<String>> get) {
        String text = get.apply(ADAPT_HISTORY).map(String::strip).orElse(null);
        if (text == null) {
            return HistorySettings.read(get).directory();
        }
        if (text.isEmpty() || !text.equals(OFF) && !Files.isDirectory(Path.of(text))) {
            throw new PlanException("%s = \"%s\" is no directory.%nMaybe record some runs there first, or write \"%s\"."
                    .formatted(ADAPT_HISTORY, text, OFF));
        }
        return text.equals(OFF) ? Optional.empty() : Optional.of(Path.of(text));
    }

    private static ManufacturerData manufacturer(String text) {
        try {
            return ManufacturerData.load(Path.of(text.strip()));
        } catch (IOException e) {
            throw new PlanException("%s = \"%s\" cannot be used: %s".formatted(MANUFACTURER, text, e.getMessage()));
        }
    }
}
