package io.lifeboat.engine.adapt;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.function.DoubleUnaryOperator;

/** A hundred devices a day, each with a known risk between 0 and 0.5 to fail within two days, and a model that learns of it. */
final class Fleet {

    /** Without training: claims the base rate, and ranks a little. */
    static final LineModel FALLBACK = new LineModel(0.1, 0.225);

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DEVICES = 100;

    final List<AdaptEvent> events = new ArrayList<>();
    final List<Claim> claims = new ArrayList<>();
    final ModelShelf<LineModel> shelf;
    final AdaptiveModel<LineModel> model;
    boolean moveAll;

    /** Devices with a greater risk are moved in time. */
    double moveFrom = 1;

    private final SplittableRandom random = new SplittableRandom(11);
    private int day;

    @SuppressWarnings("ArrayRecordComponent")
    record Claim(float[] row, double claimed) {}

    Fleet(Path directory, Retraining<LineModel> retraining, Executor executor) {
        this(directory, retraining, executor, 1_000);
    }

    Fleet(Path directory, Retraining<LineModel> retraining, Executor executor, int newLabels) {
        shelf = new ModelShelf<>(directory, LineModel.STORAGE);
        AdaptSettings settings = new AdaptSettings(
                Duration.ofDays(2),
                newLabels,
                500,
                Duration.ofDays(5),
                1_000,
                100_000,
                DriftSettings.defaults(),
                new TrialSettings(500, 30, 5_000));
        LabelFile labels = new LabelFile(directory.resolve("labels"), "risk", 1);
        model = new AdaptiveModel<>(
                List.of("risk"), settings, shelf, labels, FALLBACK, retraining, executor, events::add);
    }

    Instant now() {
        return START.plus(Duration.ofDays(day));
    }

    /** Days on which a device of a given first feature fails with such a probability. */
    void run(int days, DoubleUnaryOperator truth) {
        for (int i = 0; i < days; i++) {
            oneDay(truth);
        }
    }

    /** The same, with the truth turned round from a day on. */
    void run(int days, DoubleUnaryOperator truth, int turned) {
        run(turned, truth);
        run(days - turned, risk -> truth.applyAsDouble(0.5 - risk));
    }

    void runUntil(String kind, DoubleUnaryOperator truth) {
        for (int i = 0; i < 200 && !kinds().contains(kind); i++) {
            oneDay(truth);
        }
    }

    private void oneDay(DoubleUnaryOperator truth) {
        Instant noon = now().plus(Duration.ofHours(12));
        for (int i = 0; i < DEVICES; i++) {
            String device = day + "/" + i;
            double risk = 0.5 * random.nextDouble();
            float[] row = {(float) risk};
            claims.add(new Claim(row, model.predict(device, now(), row)));
            boolean fails = random.nextDouble() < truth.applyAsDouble(risk);
            if (moveAll || risk > moveFrom) {
                model.censored(device, noon);
            }
            if (fails) {
                model.failed(device, noon.plusSeconds(60));
            }
        }
        day++;
        model.adapt(now());
    }

    List<String> kinds() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    AdaptEvent last() {
        return events.get(events.size() - 1);
    }

    /** Least squares over the last 500 labels. */
    static Retrained<LineModel> train(List<Label<float[]>> labels, Instant until) {
        List<Label<float[]>> recent = labels.subList(Math.max(0, labels.size() - 500), labels.size());
        double n = recent.size();
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (Label<float[]> label : recent) {
            double risk = label.sample()[0];
            double failed = label.failed() ? 1 : 0;
            x += risk / n;
            y += failed / n;
            xx += risk * risk / n;
            xy += risk * failed / n;
        }
        double slope = (xy - x * y) / (xx - x * x);
        return new Retrained<>(
                new LineModel(slope, y - slope * x),
                recent.stream().map(Label::sample).toList());
    }
}
