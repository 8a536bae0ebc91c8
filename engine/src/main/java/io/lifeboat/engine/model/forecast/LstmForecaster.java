package io.lifeboat.engine.model.forecast;

import io.lifeboat.engine.model.sequence.LstmModel;
import io.lifeboat.engine.model.sequence.LstmReader;
import io.lifeboat.engine.model.sequence.LstmSettings;
import io.lifeboat.engine.model.sequence.LstmTrainer;
import io.lifeboat.engine.model.sequence.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A small recurrent network that learns the next change from level and last change, and is then fed what it said itself. It is
 * trained anew on each history: three quarters to learn from, the last quarter to stop in time, and to see how far off it is so
 * many steps ahead.
 *
 * @param seed the seed of weights and order; the same seed gives the same forecast
 */
public record LstmForecaster(long seed) implements Forecaster {

    private static final int MOST_HISTORY = 256;
    private static final int LEAST_HISTORY = 80;

    /** Steps a memory needs until what it says counts. */
    private static final int WARM_UP = 8;

    private static final int CHUNK = 48;

    @Override
    public String name() {
        return "lstm";
    }

    @Override
    public int leastHistory() {
        return LEAST_HISTORY;
    }

    @Override
    public Forecast forecast(double[] history, int steps) {
        Histories.require(this, history, steps);
        double[] recent = Arrays.copyOfRange(history, Math.max(0, history.length - MOST_HISTORY), history.length);
        ScaledSeries series = ScaledSeries.of(recent);
        if (series.isConstant()) {
            return new NaiveForecaster().forecast(recent, steps);
        }
        int split = recent.length * 3 / 4;
        LstmModel model = LstmTrainer.train(chunks(series, split), List.of(tail(series, split)), settings());
        double[] squares = new double[steps];
        int[] counts = new int[steps];
        LstmReader reader = model.reader();
        for (int now = 1; now < recent.length - 1; now++) {
            float next = reader.read(series.input(now));
            if (now >= split) {
                double[] said = series.continued(reader.copy(), now, next, Math.min(steps, recent.length - 1 - now));
                for (int step = 0; step < said.length; step++) {
                    double error = recent[now + 1 + step] - said[step];
                    squares[step] += error * error;
                    counts[step]++;
                }
            }
        }
        int now = recent.length - 1;
        float next = reader.read(series.input(now));
        return new Forecast(series.continued(reader, now, next, steps), deviations(squares, counts));
    }

    private LstmSettings settings() {
        return new LstmSettings(8, 40, 10, 1, CHUNK, 0.02, 0.01, 0, seed);
    }

    private static List<Sequence> chunks(ScaledSeries series, int split) {
        List<Sequence> chunks = new ArrayList<>();
        for (int from = 1; from + WARM_UP < split; from += CHUNK - WARM_UP) {
            chunks.add(series.sequence(from, Math.min(split, from + CHUNK), from == 1 ? 0 : WARM_UP));
        }
        return chunks;
    }

    private static Sequence tail(ScaledSeries series, int split) {
        return series.sequence(split - WARM_UP, series.values().length - 1, WARM_UP);
    }

    /** The errors it made so many steps ahead; where too few are known they grow with the square root of the time. */
    private static double[] deviations(double[] squares, int[] counts) {
        double[] deviations = new double[squares.length];
        int known = 0;
        for (int step = 0; step < deviations.length; step++) {
            if (counts[step] >= WARM_UP) {
                deviations[step] = Math.sqrt(squares[step] / counts[step]);
                known = step;
            } else {
                deviations[step] = deviations[known] * Math.sqrt((step + 1.0) / (known + 1.0));
            }
            deviations[step] = Math.max(deviations[step], step == 0 ? 0 : deviations[step - 1]);
        }
        return deviations;
    }
}
