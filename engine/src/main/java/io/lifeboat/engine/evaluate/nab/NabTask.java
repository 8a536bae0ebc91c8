package io.lifeboat.engine.evaluate.nab;

import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import io.lifeboat.engine.evaluate.task.EvaluationTask;
import io.lifeboat.engine.evaluate.task.JsonFigures;
import io.lifeboat.engine.evaluate.task.LinesFile;
import io.lifeboat.engine.model.anomaly.SeriesDetector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code evaluate nab}: unusual values in the files of the Numenta Anomaly Benchmark. */
public final class NabTask implements EvaluationTask {

    private static final String OURS = "series";
    private static final String BASELINE = "windowed-gaussian";

    private record Scored(NabSeries series, double[] scores) {}

    @Override
    public String name() {
        return "nab";
    }

    @Override
    public String usage() {
        return """
                nab --test F… [--train F…] [--labels combined_windows.json] [--threshold T] [--detector series|windowed-gaussian] --predictions out.csv --json out.json
                  files: columns timestamp,value; the threshold is the best one on --train with --labels, or the one given; one of the two is needed.
                  With labels, the score with the best threshold on --test itself (the benchmark's own protocol) is given too.""";
    }

    @Override
    public void run(EvaluateOptions options) throws IOException {
        options.allowOnly(Set.of("labels", "threshold", "detector"));
        List<Path> train = options.values().containsKey("train") ? options.train() : List.of();
        NabLabels labels =
                options.labels().isPresent() ? NabLabels.read(options.labels().get()) : null;
        if (!train.isEmpty() && labels == null) {
            throw new IllegalArgumentException(
                    "--train without --labels teaches no threshold. Maybe add --labels combined_windows.json.");
        }
        String detector = options.text("detector", OURS);
        List<Scored> scored = new ArrayList<>();
        for (Path file : options.test()) {
            scored.add(score(file, detector));
        }
        double threshold = labels == null || train.isEmpty() ? fixed(options) : learn(train, labels, detector);
        JsonFigures figures = new JsonFigures()
                .put("task", name())
                .put("files", scored.size())
                .put("threshold", threshold)
                .put("threshold_from", train.isEmpty() ? "given" : "training files");
        if (labels != null) {
            measure(figures, corpus(scored, labels), threshold);
        }
        write(options.predictions(), scored, threshold);
        figures.write(options.json());
    }

    private static double fixed(EvaluateOptions options) {
        if (!options.values().containsKey("threshold")) {
            throw new IllegalArgumentException(
                    "There is no threshold: it is learned from --train with --labels, or given. Maybe add --threshold 4, in decades of surprise.");
        }
        String text = options.text("threshold", "");
        try {
            double threshold = Double.parseDouble(text);
            if (Double.isFinite(threshold)) {
                return threshold;
            }
        } catch (NumberFormatException e) {
            // Told below, together with what is not finite.
        }
        throw new IllegalArgumentException(
                "--threshold is '" + text + "', but must be a number. Maybe write --threshold 4.");
    }

    private static double learn(List<Path> train, NabLabels labels, String detector) throws IOException {
        List<Scored> scored = new ArrayList<>();
        for (Path file : train) {
            scored.add(score(file, detector));
        }
        return corpus(scored, labels).optimum(NabProfile.STANDARD).threshold();
    }

    private static Scored score(Path file, String detector) throws IOException {
        NabSeries series = NabSeries.read(file);
        return switch (detector) {
            case OURS -> new Scored(series, scores(series));
            case BASELINE -> new Scored(series, WindowedGaussian.scores(series.values()));
            default ->
                throw new IllegalArgumentException("--detector is '%s', but must be %s or %s. Maybe leave it out."
                        .formatted(detector, OURS, BASELINE));
        };
    }

    private static double[] scores(NabSeries series) {
        SeriesDetector detector = new SeriesDetector(series.stepSeconds(), series.probation());
        long[] seconds = series.epochSeconds();
        double[] scores = new double[seconds.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = detector.update(seconds[i], series.values()[i]);
        }
        return scores;
    }

    private static NabCorpus corpus(List<Scored> scored, NabLabels labels) {
        NabCorpus corpus = new NabCorpus();
        scored.forEach(s -> corpus.add(s.series(), labels.of(s.series()), s.scores()));
        return corpus;
    }

    private static void measure(JsonFigures figures, NabCorpus corpus, double threshold) {
        figures.put("windows", corpus.windows());
        for (NabProfile profile : NabProfile.ALL) {
            NabOptimum optimum = corpus.optimum(profile);
            figures.put(profile.name(), corpus.score(profile, threshold))
                    .put(profile.name() + "_best_threshold_on_test", optimum.score())
                    .put(profile.name() + "_best_threshold", optimum.threshold());
        }
    }

    private static void write(Path file, List<Scored> scored, double threshold) throws IOException {
        LinesFile.write(file, out -> {
            out.line("file,timestamp,anomaly_score,alarm");
            for (Scored s : scored) {
                for (int i = 0; i < s.scores().length; i++) {
                    boolean alarm = i >= s.series().probation() && s.scores()[i] >= threshold;
                    out.line(String.format(
                            Locale.ROOT,
                            "%s,%s,%.6f,%d",
                            s.series().name(),
                            s.series().timestamps().get(i),
                            s.scores()[i],
                            alarm ? 1 : 0));
                }
            }
        });
    }
}
