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
    private final Map<Metric, LevelSeries> series = new EnumMap<>(Metric.class);
    private final Map<Metric, Double> crossing = new EnumMap<>(Metric.class);
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
        this.steps = (int) Math.max(1, members.horizon().toNanos() / ForecasterChoice.STEP_NANOS);
    }

    /** The highest of all signals, 0 when none rises; not a number without data. */
    double probability(long nanos) {
        boolean due = forecast == Long.MIN_VALUE || Math.abs(nanos - forecast) >= FORECAST_NANOS;
        forecast = due ? nanos : forecast;
        if (due && times != null) {
            times.clear();
        }
        double highest = Double.NaN;
        about = null;
        for (Tolerance tolerance : tolerances) {
            SignalFeatures signal = node.known(tolerance.metric(), nanos);
            if (signal == null) {
                continue;
            }
            LevelSeries levels = series.computeIfAbsent(
                    tolerance.metric(), metric -> new LevelSeries(capacity(metric), ForecasterChoice.STEP_NANOS));
            levels.add(nanos, signal.level());
            if (due) {
                crossing.put(tolerance.metric(), forecast(tolerance, signal, levels));
            }
            double probability = crossing.getOrDefault(tolerance.metric(), 0.0);
            if (probability > 0 && !(probability <= highest)) {
                about = tolerance.metric();
            }
            highest = Double.isNaN(highest) ? probability : Math.max(highest, probability);
        }
        return highest;
    }

    /** The signal with the highest probability when last asked; null if it was 0. */
    @Nullable
    Metric about() {
        return about;
    }

    private double forecast(Tolerance tolerance, SignalFeatures signal, LevelSeries levels) {
        Forecaster forecaster = forecasters.get(tolerance.metric());
        double[] history = levels.values();
        if (forecaster == null
                || history.length < Math.max(LEAST, forecaster.leastHistory())
                || signal.rise() < signal.floor() / 2) {
            return 0;
        }
        Crossing.Direction direction = tolerance.direction() == Tolerance.Direction.ABOVE
                ? Crossing.Direction.UPWARDS
                : Crossing.Direction.DOWNWARDS;
        Crossing crossed = Crossing.of(forecast(forecaster, history), tolerance.limit(), direction, SEED);
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
