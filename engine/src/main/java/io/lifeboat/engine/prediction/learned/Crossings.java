package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.model.forecast.Crossing;
import io.lifeboat.engine.model.forecast.Forecast;
import io.lifeboat.engine.model.forecast.Forecaster;
import io.lifeboat.engine.model.forecast.NaiveForecaster;
import io.lifeboat.engine.prediction.RemainingLife;
import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.telemetry.Metric;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The probability that a signal of one component of one node crosses its tolerance within the horizon, by the forecaster
 * chosen for it. Only signals that rise are forecast, once a second each: the others are not on their way anywhere.
 */
final class Crossings {

    private static final int LEAST_CAPACITY = 64;
    private static final int LEAST = 10;
    private static final long FORECAST_NANOS = 1_000_000_000L;
    private static final long SEED = 42;
    private static final Forecaster NAIVE = new NaiveForecaster();

    private final NodeFeatures node;
    private final List<Tolerance> tolerances;
    private final Map<Metric, Forecaster> forecasters;
    private final int steps;
    /** By tolerance: what was seen of its signal, made with the first value, and the probability that it crosses. */
    private final @Nullable LevelSeries[] series;

    private final double[] crossing;
    private double highest = Double.NaN;
    private long forecast = Long.MIN_VALUE;
    private @Nullable Metric about;

    /** Made when something is first forecast to cross: most nodes never need it. */
    private @Nullable Map<Metric, CrossingTimes> times;

    Crossings(NodeFeatures node, Members members, List<Tolerance> tolerances) {
        this.node = node;
        this.forecasters = members.forecasters();
        this.tolerances = tolerances.stream()
                .filter(tolerance -> forecasters.containsKey(tolerance.metric()))
                .toList();
        this.series = new LevelSeries[this.tolerances.size()];
        this.crossing = new double[series.length];
        this.steps = (int) Math.max(1, members.horizon().toNanos() / ForecasterChoice.STEP_NANOS);
    }

    /** Looks at all signals, and forecasts those that rise if it is time to. */
    void forecast(long nanos) {
        boolean due = forecast == Long.MIN_VALUE || Math.abs(nanos - forecast) >= FORECAST_NANOS;
        forecast = due ? nanos : forecast;
        if (due && times != null) {
            times.clear();
        }
        highest = Double.NaN;
        about = null;
        for (int i = 0; i < series.length; i++) {
            Tolerance tolerance = tolerances.get(i);
            SignalFeatures signal = node.known(tolerance.metric(), nanos);
            if (signal == null) {
                continue;
            }
            LevelSeries levels = series(i);
            levels.add(nanos, signal.level());
            if (due) {
                crossing[i] = forecast(tolerance, signal, levels);
            }
            if (crossing[i] > 0 && !(crossing[i] <= highest)) {
                about = tolerance.metric();
            }
            highest = Double.isNaN(highest) ? crossing[i] : Math.max(highest, crossing[i]);
        }
    }

    private LevelSeries series(int i) {
        LevelSeries levels = series[i];
        if (levels == null) {
            levels = new LevelSeries(capacity(tolerances.get(i).metric()), ForecasterChoice.STEP_NANOS);
            series[i] = levels;
        }
        return levels;
    }

    /** The highest of all signals when last looked at, 0 when none rises; not a number without data. */
    double probability() {
        return highest;
    }

    /** The signal with the highest probability when last asked; null if it was 0. */
    @Nullable
    Metric about() {
        return about;
    }

    private double forecast(Tolerance tolerance, SignalFeatures signal, LevelSeries levels) {
        Forecaster forecaster = forecasters.get(tolerance.metric());
        if (forecaster == null
                || levels.size() < Math.max(LEAST, forecaster.leastHistory())
                || signal.rise() < signal.floor() / 2) {
            return 0;
        }
        Crossing.Direction direction = tolerance.direction() == Tolerance.Direction.ABOVE
                ? Crossing.Direction.UPWARDS
                : Crossing.Direction.DOWNWARDS;
        Crossing crossed = Crossing.of(forecast(forecaster, levels.values()), tolerance.limit(), direction, SEED);
        CrossingTimes.of(crossed).ifPresent(time -> keep(tolerance.metric(), time));
        return crossed.probabilityWithin(steps);
    }

    private void keep(Metric metric, CrossingTimes time) {
        times = times == null ? new EnumMap<>(Metric.class) : times;
        times.put(metric, time);
    }

    /** Until the first tolerance is crossed, by the last forecasts; empty if that is not likely within the horizon. */
    Optional<RemainingLife> remaining(long nanos) {
        return times == null
                ? Optional.empty()
                : times.values().stream()
                        .min(Comparator.comparingDouble(CrossingTimes::median))
                        .map(soonest -> soonest.after(nanos - forecast));
    }

    private int capacity(Metric metric) {
        Forecaster forecaster = forecasters.get(metric);
        return forecaster == null ? LEAST_CAPACITY : Math.max(LEAST_CAPACITY, forecaster.leastHistory());
    }

    /** As it is now, if the forecaster finds no model of this series: a fit of ARIMA may find no stationary one. */
    private Forecast forecast(Forecaster forecaster, double[] history) {
        try {
            return forecaster.forecast(history, steps);
        } catch (RuntimeException e) {
            // Whatever a library throws on some series: one signal must not end the judgement of all nodes.
            return NAIVE.forecast(history, steps);
        }
    }
}
