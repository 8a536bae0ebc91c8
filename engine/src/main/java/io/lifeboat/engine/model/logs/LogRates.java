package io.lifeboat.engine.model.logs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many lines of each severity and template were logged per second, over the latest stretch of time. Remembers at most
 * {@value #MOST_LINES} lines: in a storm beyond that the window becomes shorter, and rates stay right. Not thread-safe.
 */
public final class LogRates {

    private static final int MOST_LINES = 100_000;

    private record Line(Instant at, Severity severity, int template) {}

    private final TemplateMiner miner;
    private final Duration window;
    private final Deque<Line> lines = new ArrayDeque<>();
    private boolean storm;

    /** @param window over how long rates are taken, more than zero */
    public LogRates(TemplateMiner miner, Duration window) {
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("window (" + window + ") must be more than zero.");
        }
        this.miner = miner;
        this.window = window;
    }

    /**
     * Counts a line.
     *
     * @param at when it was logged; a line from before the last one counts as logged with it
     * @param line the whole line, with its severity if it has one
     */
    public LogTemplate add(Instant at, String line) {
        LogTemplate template = miner.add(line);
        Line last = lines.peekLast();
        Instant moment = last != null && at.isBefore(last.at()) ? last.at() : at;
        lines.addLast(new Line(moment, Severity.of(line), template.id()));
        if (lines.size() > MOST_LINES) {
            lines.removeFirst();
            storm = true;
        }
        return template;
    }

    /** Lines of a severity per second, over the window before {@code now}. */
    public double perSecond(Severity severity, Instant now) {
        forget(now);
        return lines.stream().filter(line -> line.severity() == severity).count() / seconds(now);
    }

    /** Lines of each template per second, over the window before {@code now}; templates without a line are left out. */
    public Map<LogTemplate, Double> perSecondByTemplate(Instant now) {
        forget(now);
        Map<LogTemplate, Double> rates = new TreeMap<>(Comparator.comparingInt(LogTemplate::id));
        List<LogTemplate> templates = miner.templates();
        double each = 1 / seconds(now);
        for (Line line : lines) {
            rates.merge(templates.get(line.template()), each, Double::sum);
        }
        return rates;
    }

    private void forget(Instant now) {
        while (!lines.isEmpty() && !lines.getFirst().at().isAfter(now.minus(window))) {
            lines.removeFirst();
            storm = false;
        }
    }

    private double seconds(Instant now) {
        Duration covered =
                storm && !lines.isEmpty() ? Duration.between(lines.getFirst().at(), now) : window;
        return Math.max(1e-3, covered.toNanos() / 1e9);
    }
}
