package io.lifeboat.engine.evaluate.server;

import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import io.lifeboat.engine.evaluate.task.EvaluationTask;
import io.lifeboat.engine.evaluate.task.JsonFigures;
import io.lifeboat.engine.evaluate.task.LinesFile;
import io.lifeboat.engine.model.anomaly.Unusualness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** {@code evaluate server}: unusual rows of server telemetry and the metrics to blame, learned without labels. */
public final class ServerTask implements EvaluationTask {

    @Override
    public String name() {
        return "server";
    }

    @Override
    public String usage() {
        return """
                server --train F… --test F… [--labels F…] [--truth F…] --predictions out.csv --json out.json
                  one file of each kind a server, in the same order; rows of numbers without a header, plain or .gz;
                  labels: 0 or 1 a test row; truth: lines such as 760-765:4,5 (rows from 0, guilty metrics from 1).""";
    }

    @Override
    public void run(EvaluateOptions options) throws IOException {
        options.allowOnly(Set.of("labels", "truth"));
        List<Path> train = options.train();
        List<Path> test = options.test();
        requireAsMany("train", train, test);
        List<ServerScores> scored = new ArrayList<>();
        for (int i = 0; i < test.size(); i++) {
            double[][] learn = MatrixFile.read(train.get(i));
            double[][] judge = MatrixFile.read(test.get(i));
            if (learn[0].length != judge[0].length) {
                throw new IllegalArgumentException(
                        "%s has %d metrics, but %s has %d. Maybe the files are in another order."
                                .formatted(train.get(i), learn[0].length, test.get(i), judge[0].length));
            }
            scored.add(score(test.get(i), train.get(i), learn, judge));
        }
        JsonFigures figures = new JsonFigures().put("task", name()).put("servers", scored.size());
        if (options.labels().isPresent()) {
            measure(figures, scored, labels(options.files("labels"), test));
        }
        if (options.truth().isPresent()) {
            blame(figures, scored, options.files("truth"), test);
        }
        write(options.predictions(), scored);
        figures.write(options.json());
    }

    private static ServerScores score(Path test, Path train, double[][] learn, double[][] judge) {
        try {
            return ServerScores.of(test.getFileName().toString(), learn, judge);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(train + ": " + e.getMessage(), e);
        }
    }

    private static List<boolean[]> labels(List<Path> files, List<Path> test) throws IOException {
        requireAsMany("labels", files, test);
        List<boolean[]> labels = new ArrayList<>();
        for (Path file : files) {
            labels.add(labels(file, MatrixFile.read(file)));
        }
        return labels;
    }

    private static boolean[] labels(Path file, double[][] rows) {
        boolean[] anomalous = new boolean[rows.length];
        int healthy = 0;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != 1 || rows[i][0] != 0 && rows[i][0] != 1) {
                throw new IllegalArgumentException(
                        "%s row %d must be 0 or 1 alone. Maybe it is the test file, not its labels."
                                .formatted(file, i + 1));
            }
            anomalous[i] = rows[i][0] == 1;
            healthy += anomalous[i] ? 0 : 1;
        }
        if (healthy == 0) {
            throw new IllegalArgumentException(
                    file + " calls every row anomalous. Maybe 0 and 1 are the other way round.");
        }
        return anomalous;
    }

    private static void measure(JsonFigures figures, List<ServerScores> scored, List<boolean[]> labels) {
        List<ServerFigures> all = new ArrayList<>();
        for (int i = 0; i < scored.size(); i++) {
            if (labels.get(i).length != scored.get(i).rows().length) {
                throw new IllegalArgumentException(
                        "%s has %d rows, but %d labels. Maybe the files are in another order."
                                .formatted(scored.get(i).name(), scored.get(i).rows().length, labels.get(i).length));
            }
            ServerFigures figure = ServerFigures.of(scored.get(i), labels.get(i));
            all.add(figure);
            figures.put(scored.get(i).name() + " point F1", figure.bestF1())
                    .put(scored.get(i).name() + " segment recall at 1 % FPR", figure.segmentRecall())
                    .put(
                            scored.get(i).name() + " FPR of alarms",
                            figure.alarms().falsePositiveRate());
        }
        figures.put("mean point F1, best threshold on test", mean(all, ServerFigures::bestF1))
                .put("mean segment recall at 1 % FPR", mean(all, ServerFigures::segmentRecall))
                .put("mean AUC", mean(all, ServerFigures::auc))
                .put(
                        "mean F1 of alarms, threshold from training",
                        mean(all, f -> f.alarms().f1()))
                .put("mean precision of alarms", mean(all, f -> f.alarms().precision()))
                .put("mean recall of alarms", mean(all, f -> f.alarms().recall()))
                .put("mean FPR of alarms", mean(all, f -> f.alarms().falsePositiveRate()))
                .put("mean segment recall of alarms", mean(all, f -> f.alarms().segmentRecall()));
    }

    private static void blame(JsonFigures figures, List<ServerScores> scored, List<Path> truth, List<Path> test)
            throws IOException {
        requireAsMany("truth", truth, test);
        double rows = 0;
        double highest = 0;
        int segments = 0;
        for (int i = 0; i < scored.size(); i++) {
            List<GuiltySegment> guilty = GuiltySegment.read(truth.get(i));
            requireWithin(truth.get(i), guilty, scored.get(i).rows());
            segments += guilty.size();
            rows += ServerFigures.topThree(scored.get(i), guilty) * guilty.size();
            highest += ServerFigures.topThreeOfHighestRow(scored.get(i), guilty) * guilty.size();
        }
        figures.put("segments", segments)
                .put("guilty metric in top 3, guilt summed over segment", rows / segments)
                .put("guilty metric in top 3, highest row of segment", highest / segments);
    }

    private static void requireWithin(Path truth, List<GuiltySegment> guilty, Unusualness[] rows) {
        if (guilty.isEmpty()) {
            throw new IllegalArgumentException(truth + " names no segment. Maybe it was not copied as a whole.");
        }
        int metrics = rows[0].attribution().length;
        for (GuiltySegment segment : guilty) {
            if (segment.first() >= rows.length || segment.metrics().stream().anyMatch(metric -> metric > metrics)) {
                throw new IllegalArgumentException(
                        "%s names %s, but the test has %d rows of %d metrics. Maybe the files are in another order."
                                .formatted(truth, segment, rows.length, metrics));
            }
        }
    }

    private static void write(Path file, List<ServerScores> scored) throws IOException {
        LinesFile.write(file, out -> {
            out.line("row,score,alarm,metrics,server");
            for (ServerScores server : scored) {
                for (int row = 0; row < server.rows().length; row++) {
                    out.line(line(server, row));
                }
            }
        });
    }

    private static String line(ServerScores server, int row) {
        Unusualness judged = server.rows()[row];
        String ranking = judged.ranking().stream()
                .map(metric -> Integer.toString(metric + 1))
                .collect(Collectors.joining(" "));
        int alarm = server.alarms()[row] ? 1 : 0;
        return String.format(Locale.ROOT, "%d,%.6f,%d,%s,%s", row, judged.score(), alarm, ranking, server.name());
    }

    private static double mean(List<ServerFigures> all, ToDoubleFunction<ServerFigures> figure) {
        return all.stream()
                .mapToDouble(figure)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    private static void requireAsMany(String name, List<Path> files, List<Path> test) {
        if (files.size() != test.size()) {
            throw new IllegalArgumentException(
                    "--%s has %d files, but --test has %d. Maybe one is missing: they must be in the same order."
                            .formatted(name, files.size(), test.size()));
        }
    }
}
