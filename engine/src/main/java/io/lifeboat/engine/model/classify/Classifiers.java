package io.lifeboat.engine.model.classify;

import io.lifeboat.engine.model.tree.TrainingSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Finds the trainers, and checks what all of them ask for. */
public final class Classifiers {

    private Classifiers() {}

    /** One new instance of each trainer on the class path, ordered by name. */
    public static List<ClassifierTrainer> load() {
        return ServiceLoader.load(ClassifierTrainer.class, Classifiers.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(ClassifierTrainer::name))
                .toList();
    }

    /**
     * The trainer of this name.
     *
     * @throws IllegalArgumentException if there is none; says which there are
     */
    public static ClassifierTrainer named(String name) {
        List<ClassifierTrainer> all = load();
        return all.stream()
                .filter(trainer -> trainer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no classifier '%s', but %s. Maybe %s."
                        .formatted(
                                name, all.stream().map(ClassifierTrainer::name).toList(), suggestion(name))));
    }

    private static String suggestion(String name) {
        return name.startsWith("light")
                ? "add the artefact lifeboat-engine-lightgbm, whose classifier is 'lightgbm'"
                : "it is misspelt, or its artefact is not on the class path";
    }

    /**
     * What every {@link ClassifierTrainer#train} asks of its arguments.
     *
     * @throws IllegalArgumentException if a target is neither 0 nor 1, if all rows that count have the same one, if a constraint is
     *     neither 1 nor -1 or names no feature, or if there is no thread
     */
    public static void requireTrainable(TrainingSet rows, Map<String, Integer> monotone, int threads) {
        requireBothClasses(rows);
        monotone.forEach((name, direction) -> {
            if (!rows.names().contains(name)) {
                throw new IllegalArgumentException(
                        "A monotone constraint names '%s', but the features are %s.".formatted(name, rows.names()));
            }
            if (direction != 1 && direction != -1) {
                throw new IllegalArgumentException(
                        "The constraint of '%s' is %d, but must be 1 or -1. Maybe leave it out."
                                .formatted(name, direction));
            }
        });
        if (threads < 1) {
            throw new IllegalArgumentException("threads (" + threads + ") must be 1 or more.");
        }
    }

    private static void requireBothClasses(TrainingSet rows) {
        int failures = 0;
        int counted = 0;
        for (int row = 0; row < rows.rows(); row++) {
            float target = rows.target()[row];
            if (target != 0 && target != 1) {
                throw new IllegalArgumentException(
                        "Row %d has the target %s, but a classifier learns 0 and 1. Maybe it is a remaining life."
                                .formatted(row, target));
            }
            if (rows.weight()[row] > 0) {
                counted++;
                failures += target == 1 ? 1 : 0;
            }
        }
        if (failures == 0 || failures == counted) {
            throw new IllegalArgumentException(
                    "Of %d rows that count %d end in a failure: there is nothing to tell apart. Maybe the history is too short."
                            .formatted(counted, failures));
        }
    }
}
