package io.lifeboat.engine.agent;

import io.lifeboat.engine.model.logs.Severity;
import io.lifeboat.engine.model.logs.TemplateMiner;
import io.lifeboat.engine.telemetry.Metric;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lines in the logs of the node's workloads, per second: by severity, and of kinds never seen before. */
final class LogProbe implements Probe {

    private static final double SIMILARITY = 0.5;
    private static final int MOST_TEMPLATES = 200;

    /** Comparing with templates takes time; in a flood the first lines of each look tell what is new. */
    private static final int MOST_MINED = 100;

    private final Tracked tracked;
    private final Map<Path, LogTail> tails = new HashMap<>();
    private final TemplateMiner miner = new TemplateMiner(SIMILARITY, MOST_TEMPLATES);
    private final EventRate fatal = new EventRate();
    private final EventRate errors = new EventRate();
    private final EventRate warnings = new EventRate();
    private final EventRate newTemplates = new EventRate();
    private int known;

    LogProbe(Tracked tracked) {
        this.tracked = tracked;
    }

    @Override
    public void measure(Sample sample) {
        tails.keySet().retainAll(tracked.logs());
        for (Path log : tracked.logs()) {
            count(tails.computeIfAbsent(log, LogTail::new).newLines(), sample.nanos());
        }
        sample.put(Metric.LOG_FATAL, fatal.perSecond(sample.nanos()));
        sample.put(Metric.LOG_ERRORS, errors.perSecond(sample.nanos()));
        sample.put(Metric.LOG_WARNINGS, warnings.perSecond(sample.nanos()));
        sample.put(Metric.LOG_NEW_TEMPLATES, newTemplates.perSecond(sample.nanos()));
    }

    private void count(List<String> lines, long nanos) {
        Map<Severity, Long> severities =
                lines.stream().collect(Collectors.groupingBy(Severity::of, Collectors.counting()));
        long fatalLines = severities.getOrDefault(Severity.FATAL, 0L);
        fatal.add(nanos, fatalLines);
        errors.add(nanos, fatalLines + severities.getOrDefault(Severity.ERROR, 0L));
        warnings.add(nanos, severities.getOrDefault(Severity.WARNING, 0L));

        lines.stream().filter(line -> !line.isBlank()).limit(MOST_MINED).forEach(miner::add);
        int templates = miner.templates().size();
        newTemplates.add(nanos, templates - known);
        known = templates;
    }
}
