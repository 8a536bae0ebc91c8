package io.lifeboat.benchmarks.speed;

import io.lifeboat.engine.model.anomaly.OwnHistoryDetector;
import io.lifeboat.engine.model.anomaly.RandomCutDetector;
import io.lifeboat.engine.model.anomaly.StreamingDetector;
import io.lifeboat.engine.model.forecast.BackTest;
import io.lifeboat.engine.model.forecast.Forecaster;
import io.lifeboat.engine.model.sequence.LstmModel;
import io.lifeboat.engine.model.sequence.LstmReader;
import io.lifeboat.engine.model.sequence.LstmSettings;
import io.lifeboat.engine.model.sequence.LstmTrainer;
import io.lifeboat.engine.model.sequence.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Forecasts of 30 steps from 200 values, fit and all; one step of a network; one row of a streaming detector. */
public final class ForecastBenchmark {

    private static final int METRICS = 20;

    private ForecastBenchmark() {}

    public static void main(String[] args) {
        double[] history = new double[300];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 1; i < history.length; i++) {
            history[i] = 0.9 * history[i - 1] + random.nextGaussian();
        }
        for (Forecaster forecaster : BackTest.candidates()) {
            print(
                    forecaster.name(),
                    Micros.of(50, i -> forecaster.forecast(Arrays.copyOfRange(history, i, i + 200), 30).mean()[0]));
        }
        LstmReader reader = network().reader();
        float[] step = new float[METRICS];
        print("lstm, 32 cells, 20 inputs, one step", Micros.of(20_000, i -> reader.read(step)));
        double[][] rows = new double[1_000][METRICS];
        for (double[] row : rows) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        detector("own history, 20 metrics, one row", new OwnHistoryDetector(METRICS, 100, 1_000), rows);
        detector("random cut forest, 20 metrics, one row", new RandomCutDetector(METRICS, 1), rows);
    }

    private static LstmModel network() {
        Sequence sequence = new Sequence(new float[50][METRICS], new float[50], new float[50]);
        return LstmTrainer.train(
                List.of(sequence), List.of(sequence), new LstmSettings(32, 1, 1, 1, 50, 0.01, 0, 0, 1));
    }

    private static void detector(String name, StreamingDetector detector, double[][] rows) {
        print(name, Micros.of(rows.length, i -> detector.update(rows[i]).score()));
    }

    private static void print(String name, double micros) {
        System.out.printf("%s: %.2f us%n", name, micros);
    }
}
