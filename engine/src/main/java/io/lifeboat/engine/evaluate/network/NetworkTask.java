package io.lifeboat.engine.evaluate.network;

import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import io.lifeboat.engine.evaluate.task.EvaluationTask;
import io.lifeboat.engine.evaluate.task.JsonFigures;
import io.lifeboat.engine.evaluate.task.LinesFile;
import io.lifeboat.engine.model.calibration.Ranking;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** {@code evaluate network}: failures of an optical link, from bit error rate and signal-to-noise ratio at the receivers. */
public final class NetworkTask implements EvaluationTask {

    /** Steps of one stretch of time: their features, whether the link had failed, and when. */
    private record Steps(float[][] rows, boolean[] failed, long[] seconds) {

        Steps range(int from, int to) {
            return new Steps(
                    Arrays.copyOfRange(rows, from, to),
                    Arrays.copyOfRange(failed, from, to),
                    Arrays.copyOfRange(seconds, from, to));
        }
    }

    @Override
    public String name() {
        return "network";
    }

    @Override
    public String usage() {
        return """
                network --train F… --test F… [--seed N] [--threads N] --predictions out.csv --json out.json
                  columns Timestamp,Type,ID,BER,OSNR,InputPower,OutputPower,Failure; only rows of type Devices are used.
                  The same file for both is split in time, at the middle of the period with failures.""";
    }

    @Override
    public void run(EvaluateOptions options) throws IOException {
        options.allowOnly(Set.of());
        List<Steps> train = new ArrayList<>();
        List<Steps> test = new ArrayList<>();
        boolean same = options.train().equals(options.test());
        for (Path file : options.train()) {
            Steps steps = steps(file);
            int middle = same ? middleOfFailures(file, steps.failed()) : steps.rows().length;
            train.add(steps.range(0, middle));
            test.add(steps.range(middle, steps.rows().length));
        }
        if (!same) {
            test.clear();
            for (Path file : options.test()) {
                test.add(steps(file));
            }
        }
        Steps learn = join(train);
        Steps judge = join(test);
        if (learn.rows()[0].length != judge.rows()[0].length) {
            throw new IllegalArgumentException(
                    "The test data has another number of receivers than the training data. Maybe they are of another link.");
        }
        LinkModel model = LinkModel.train(learn.rows(), learn.failed(), options.seed(), options.threads());
        double[] probabilities = model.probabilities(judge.rows());
        JsonFigures figures = figures(judge, probabilities, model.threshold())
                .put("train steps", learn.rows().length)
                .put("train failed steps", LinkFigures.count(learn.failed()))
                .put("seed", options.seed());
        write(options.predictions(), judge, probabilities, model.threshold());
        figures.write(options.json());
    }

    private static Steps steps(Path file) throws IOException {
        List<LinkStep> steps = LinkFile.read(file);
        boolean[] failed = new boolean[steps.size()];
        for (int i = 0; i < failed.length; i++) {
            failed[i] = steps.get(i).failed();
        }
        return new Steps(
                LinkFeatures.of(steps),
                failed,
                steps.stream().mapToLong(LinkStep::second).toArray());
    }

    private static int middleOfFailures(Path file, boolean[] failed) {
        int first = IntStream.range(0, failed.length)
                .filter(i -> failed[i])
                .findFirst()
                .orElse(-1);
        if (first < 0) {
            throw new IllegalArgumentException(file + " has no failure. Maybe name another file for --test.");
        }
        return (first + failed.length) / 2;
    }

    private static Steps join(List<Steps> parts) {
        return new Steps(
                parts.stream().flatMap(part -> Arrays.stream(part.rows())).toArray(float[][]::new),
                joinFlags(parts),
                parts.stream()
                        .flatMapToLong(part -> Arrays.stream(part.seconds()))
                        .toArray());
    }

    private static boolean[] joinFlags(List<Steps> parts) {
        boolean[] joined = new boolean
                [parts.stream().mapToInt(part -> part.failed().length).sum()];
        int at = 0;
        for (Steps part : parts) {
            System.arraycopy(part.failed(), 0, joined, at, part.failed().length);
            at += part.failed().length;
        }
        return joined;
    }

    private static JsonFigures figures(Steps judge, double[] probabilities, double threshold) {
        float[] scores = new float[probabilities.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) probabilities[i];
        }
        Ranking ranking = Ranking.of(scores, judge.failed());
        return new JsonFigures()
                .put("task", "network")
                .put("test steps", judge.rows().length)
                .put("test failed steps", ranking.positives())
                .put("threshold", threshold)
                .put("F1", LinkFigures.f1(probabilities, judge.failed(), threshold))
                .put("precision", LinkFigures.precision(probabilities, judge.failed(), threshold))
                .put("recall", LinkFigures.recall(probabilities, judge.failed(), threshold))
                .put("AUC", ranking.auc())
                .put("average precision", ranking.averagePrecision());
    }

    private static void write(Path file, Steps judge, double[] probabilities, double threshold) throws IOException {
        LinesFile.write(file, out -> {
            out.line("time,probability,alarm");
            for (int i = 0; i < probabilities.length; i++) {
                int alarm = probabilities[i] >= threshold ? 1 : 0;
                out.line(String.format(Locale.ROOT, "%d,%.6f,%d", judge.seconds()[i], probabilities[i], alarm));
            }
        });
    }
}
