package io.lifeboat.report.html;

import io.lifeboat.report.AlertResult;
import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.FaultResult;
import io.lifeboat.report.IncidentResult;
import io.lifeboat.report.MigrationResult;
import io.lifeboat.report.journal.JournalEntry.PhaseStarted;
import io.lifeboat.report.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happened when: a lane each for phases, faults, alerts, incidents and migrations above the curves. */
final class Lanes {

    static final int MOST_FAULTS = 6;
    static final int MOST_MIGRATIONS = 8;
    private static final int MOST_ALERTS = 100;
    private static final double LANE = 24;

    /** Alerts nearer than this share a name. */
    private static final double NEAR = 30;

    private final ExperimentResult result;
    private final Span span;
    private final Scale x;
    private final List<Markup> shapes = new ArrayList<>();
    private double y;

    Lanes(ExperimentResult result, Span span, Scale x) {
        this.result = result;
        this.span = span;
        this.x = x;
        phases();
        result.faults().stream().limit(MOST_FAULTS).forEach(this::fault);
        alerts();
        incidents();
        result.migrations().stream().limit(MOST_MIGRATIONS).forEach(this::migration);
    }

    double height() {
        return y;
    }

    List<Markup> shapes() {
        return shapes;
    }

    private void label(String text) {
        shapes.add(Svg.text(x.begin() - 10, y + 15, text, "axis end"));
    }

    private void phases() {
        List<PhaseStarted> phases = result.entries().stream()
                .filter(PhaseStarted.class::isInstance)
                .map(PhaseStarted.class::cast)
                .toList();
        label("Phase");
        for (int i = 0; i < phases.size(); i++) {
            double from = x.at(phases.get(i).at() / 1e6);
            double to = i + 1 < phases.size() ? x.at(phases.get(i + 1).at() / 1e6) : x.end();
            shapes.add(Svg.rect(from + 1, y + 3, to - from - 2, 16, "phase"));
            String name = Texts.words(phases.get(i).phase().name());
            if (to - from > name.length() * 7) {
                shapes.add(Svg.text((from + to) / 2, y + 15, name, "mid small"));
            }
        }
        y += LANE;
    }

    private void fault(FaultResult fault) {
        double begin = x.at(Span.seconds(fault.injectedAt()));
        double peak = fault.peakAt().map(Span::seconds).map(x::at).orElse(begin);
        double end = x.at(span.end(fault));
        double base = y + 19;
        label("Fault");
        String name = Texts.words(fault.type()) + " on " + fault.node() + (fault.simulated() ? " (SIMULATED)" : "");
        shapes.add(Svg.hinted(
                Svg.polygon("fault", begin, base, peak, y + 3, Math.max(end, peak), y + 3, Math.max(end, peak), base),
                name + " from " + Texts.duration(fault.injectedAt())));
        Optional<Double> crash = fault.crashedAt().map(Span::seconds).map(x::at);
        crash.ifPresent(at -> {
            shapes.add(Svg.line(at - 5, y + 6, at + 5, y + 16, "cross"));
            shapes.add(Svg.line(at - 5, y + 16, at + 5, y + 6, "cross"));
        });
        faultName(name, begin, peak, end, crash);
        y += LANE;
    }

    /** The name of a fault where it has room: on its full height beside the crash, after it, before it, or below. */
    private void faultName(String name, double begin, double peak, double end, Optional<Double> crash) {
        double width = name.length() * 6.6;
        double mark = crash.orElse(peak - 6);
        if (end - mark - 16 > width) {
            shapes.add(Svg.text(end - 6, y + 15, name, "on-fault end"));
        } else if (mark - 12 - peak > width) {
            shapes.add(Svg.text(mark - 12, y + 15, name, "on-fault end"));
        } else if (x.end() - Math.max(end, mark) - 12 > width) {
            shapes.add(Svg.text(Math.max(end, mark) + 12, y + 15, name, "small"));
        } else if (begin - 8 - width > x.begin()) {
            shapes.add(Svg.text(begin - 8, y + 15, name, "small end"));
        } else {
            y += LANE / 2;
            shapes.add(Svg.text(Math.min(begin, x.end() - width), y + 20, name, "small"));
        }
    }

    private void alerts() {
        List<AlertResult> alerts = result.alerts();
        if (alerts.isEmpty()) {
            return;
        }
        label("Alerts");
        List<String> names = new ArrayList<>();
        int shown = Math.min(alerts.size(), MOST_ALERTS);
        for (int i = 0; i < shown; i++) {
            AlertResult alert = alerts.get(i);
            double at = x.at(Span.seconds(alert.at()));
            double next = i + 1 < shown ? x.at(Span.seconds(alerts.get(i + 1).at())) : x.end() + NEAR;
            mark(alert, at);
            names.add(Texts.words(alert.tier()));
            if (next - at >= NEAR) {
                names(List.copyOf(new LinkedHashSet<>(names)), at, next);
                names.clear();
            }
        }
        y += LANE;
    }

    private void mark(AlertResult alert, double at) {
        String hint = "%s: %s %s at %s"
                .formatted(Texts.words(alert.tier()), alert.node(), alert.component(), Texts.duration(alert.at()));
        String css = "alert " + alert.tier().toLowerCase(Locale.ROOT);
        shapes.add(Svg.hinted(Svg.polygon(css, at - 6, y + 17, at, y + 5, at + 6, y + 17), hint));
    }

    /** Alerts too near for a name each share one; initials where there is no room: colour is never the only sign. */
    private void names(List<String> names, double at, double next) {
        String full = String.join(" → ", names);
        String initials = String.join(
                "→", names.stream().map(name -> name.substring(0, 1)).toList());
        boolean wide = next - at > full.length() * 6.6 + 20;
        boolean last = at + full.length() * 6.6 + 8 > x.end();
        shapes.add(Svg.text(
                last ? at - 8 : at + 8, y + 16, wide && !last ? full : initials, last ? "small end" : "small"));
    }

    /** All in one lane: a frame from the first trouble to the last, with its cause where it has room. */
    private void incidents() {
        if (result.incidents().isEmpty()) {
            return;
        }
        label("Incident");
        double taken = x.begin();
        for (IncidentResult incident : result.incidents()) {
            double begin = x.at(Span.seconds(incident.openedAt()));
            double end = incident.closedAt().map(Span::seconds).map(x::at).orElse(x.end());
            shapes.add(Svg.hinted(
                    Svg.rect(begin, y + 3, Math.max(end - begin, 4), 18, "incident"),
                    incident.cause() + ": " + String.join(", ", incident.nodes())));
            double width = incident.cause().length() * 6.2 + 12;
            if (end - begin > width) {
                shapes.add(Svg.text(begin + 6, y + 16, incident.cause(), "small"));
            } else if (begin - width > taken) {
                shapes.add(Svg.text(begin - 6, y + 16, incident.cause(), "small end"));
            }
            taken = end;
        }
        y += LANE;
    }

    private void migration(MigrationResult migration) {
        double begin = x.at(Span.seconds(migration.decidedAt()));
        double last = migration.phases().values().stream()
                .mapToDouble(Span::seconds)
                .map(x::at)
                .max()
                .orElse(x.end());
        double serving = migration.servingAt().map(Span::seconds).map(x::at).orElse(last);
        boolean failed = migration.failure().isPresent();
        label("Move");
        shapes.add(Svg.hinted(
                Svg.rect(begin, y + 5, Math.max(serving - begin, 3), 12, failed ? "move undone" : "move"),
                migration.workload() + ": " + migration.from() + " → " + migration.to()));
        shapes.add(Svg.rect(serving, y + 9, Math.max(last - serving, 1), 4, failed ? "move undone" : "drain"));
        String text = migration.workload() + " → " + migration.to() + (failed ? " (did not happen)" : "");
        boolean leftwards = last + text.length() * 6.6 > x.end();
        shapes.add(Svg.text(leftwards ? begin - 6 : last + 6, y + 15, text, leftwards ? "small end" : "small"));
        y += LANE;
    }
}
