package io.lifeboat.benchmarks.speed;

import io.lifeboat.engine.model.classify.Classifier;
import io.lifeboat.engine.model.classify.ClassifierTrainer;
import io.lifeboat.engine.model.classify.Classifiers;
import io.lifeboat.engine.model.tree.TrainingSet;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Trains one classifier, a JVM each, so that the peak of memory is its own; then asks it row by row. */
public final class TrainingBenchmark {

    private static final int TEST_ROWS = 50_000;

    private TrainingBenchmark() {}

    /** @param args {@code rows N DIRECTORY} to write training and test rows, or the name of a trainer, rows, threads */
    public static void main(String[] args) throws IOException {
        if (args[0].equals("rows")) {
            write(Rows.of(Integer.parseInt(args[1]), 1), Path.of(args[2], "train.f32"));
            write(Rows.of(TEST_ROWS, 2), Path.of(args[2], "test.f32"));
            return;
        }
        ClassifierTrainer trainer = Classifiers.named(args[0]);
        int threads = Integer.parseInt(args[2]);
        TrainingSet rows = Rows.of(Integer.parseInt(args[1]), 1);
        TrainingSet test = Rows.of(TEST_ROWS, 2);
        trainer.train(Rows.of(5_000, 3), Map.of(), 1, threads); // the compiler's time, and loading, are not training
        long memoryBefore = peakKilobytes();
        long before = System.nanoTime();
        Classifier classifier = trainer.train(rows, Map.of(), 1, threads);
        double seconds = (System.nanoTime() - before) / 1e9;
        long memory = peakKilobytes();
        double auc = Rows.auc(classifier, test);
        System.out.printf(
                "%s: %d rows x %d, %d threads: %.2f s, peak %d MB (%d MB before training), AUC %.4f, %.2f us a row, %.2f us a row with contributions%n",
                trainer.name(),
                rows.rows(),
                Rows.FEATURES,
                threads,
                seconds,
                memory / 1024,
                memoryBefore / 1024,
                auc,
                Micros.of(20_000, i -> classifier.probability(test.row(i))),
                Micros.of(2_000, i -> classifier.contributions(test.row(i))[0]));
    }

    private static void write(TrainingSet set, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            Rows.write(set, out);
        }
    }

    /** Of the whole process, native memory too; Linux only. */
    private static long peakKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
