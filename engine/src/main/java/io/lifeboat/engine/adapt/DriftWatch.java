package io.lifeboat.engine.adapt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Watches what goes into a model, what comes out of it and what became of it. Two detectors must agree before it says drift.
 * Not thread-safe.
 */
public final class DriftWatch {

    private final List<StreamWatch> features = new ArrayList<>();
    private final StreamWatch scores;
    private final OutcomeWatch outcomes;

    /** A watch that learns from the first values what is normal. */
    public DriftWatch(List<String> names, DriftSettings settings) {
        this(names, settings, List.of());
    }

    /**
     * A watch with a reference.
     *
     * @param names of the features, in the order of a row
     * @param reference rows that the model has learned from; if empty, the first rows observed take their place
     */
    public DriftWatch(List<String> names, DriftSettings settings, List<float[]> reference) {
        reference.forEach(row -> requireWidth(row, names.size()));
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            features.add(
                    reference.isEmpty()
                            ? new StreamWatch(names.get(i), settings)
                            : new StreamWatch(
                                    names.get(i),
                                    settings,
                                    reference.stream()
                                            .mapToDouble(row -> row[column])
                                            .toArray()));
        }
        scores = new StreamWatch("scores", settings);
        outcomes = new OutcomeWatch(settings);
    }

    /**
     * A row that was scored.
     *
     * @param row as many values as there are names, NaN for missing
     */
    public void scored(float[] row, double probability) {
        requireWidth(row, features.size());
        for (int i = 0; i < row.length; i++) {
            features.get(i).add(row[i]);
        }
        scores.add(probability);
    }

    private static void requireWidth(float[] row, int width) {
        if (row.length != width) {
            throw new IllegalArgumentException(
                    "A row has %d values, but there are %d features. Maybe they come from another model."
                            .formatted(row.length, width));
        }
    }

    /** What became of something that was scored; call it for honest labels only. */
    public void outcome(double probability, boolean failed) {
        outcomes.add(probability, failed);
    }

    /** What has drifted: outcomes first, then scores, then features in their order; empty if nothing has. */
    public List<Drift> drifts() {
        List<Drift> drifts = new ArrayList<>();
        outcomes.drift().ifPresent(drifts::add);
        scores.drift().ifPresent(drifts::add);
        features.stream().map(StreamWatch::drift).flatMap(Optional::stream).forEach(drifts::add);
        return drifts;
    }
}
