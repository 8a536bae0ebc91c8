package io.lifeboat.benchmarks.speed;

import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.util.List;
import org.HdrHistogram.Histogram;

/** One tick of a large fleet: what was reported is taken in, and every component of every node is predicted. */
public final class TickBenchmark {

    private TickBenchmark() {}

    /** @param args number of nodes, a node reports every so many ticks, ticks that are measured */
    public static void main(String[] args) {
        int nodes = Integer.parseInt(args[0]);
        int every = Integer.parseInt(args[1]);
        int ticks = Integer.parseInt(args[2]);
        Fleet fleet = new Fleet(nodes, every);
        TrendPredictor predictor = new TrendPredictor(fleet.settings());
        Histogram micros = new Histogram(3);
        double risk = 0;
        int warmUp = 24 * every;
        for (int i = 0; i < warmUp + ticks; i++) {
            List<TelemetryFrame> frames = fleet.next();
            long before = System.nanoTime();
            frames.forEach(predictor::observe);
            List<Prediction> predictions = predictor.predict(fleet.now());
            long took = System.nanoTime() - before;
            if (i >= warmUp) {
                micros.recordValue(took / 1_000);
                risk += predictions.get(i % predictions.size()).probability();
            }
        }
        System.out.printf(
                "%d nodes, a node reports every %d ticks: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms (%d ticks, check %.6f)%n",
                nodes,
                every,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(90) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3,
                ticks,
                risk);
    }
}
