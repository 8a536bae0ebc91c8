package io.lifeboat.junit.expect;

import io.lifeboat.engine.AlertTier;
import io.lifeboat.report.AlertResult;
import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.MigrationResult;
import io.lifeboat.report.journal.Phase;
import io.lifeboat.report.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * No alert without a fault, and no move without need.
 *
 * @param tier the least urgent that counts
 * @param phase in which it counts
 */
public record NoFalseAlarmExpectation(AlertTier tier, Phase phase) implements Expectation {

    @Override
    public String text() {
        return "no false alarm";
    }

    @Override
    public Judgement judge(ExperimentResult result) {
        String required = "no %s without a fault".formatted(tier.name().toLowerCase(Locale.ROOT));
        if (!result.engineWasHeard()) {
            return Judgement.noData(
                    required, "The engine made no prediction at all.%nMaybe the test was too short.".formatted());
        }
        List<AlertResult> alarms = result.falseAlarms(tier.name()).stream()
                .filter(alert -> result.isIn(phase, alert.at()))
                .toList();
        List<MigrationResult> moves = result.needlessMigrations().stream()
                .filter(move -> result.isIn(phase, move.decidedAt()))
                .toList();
        if (alarms.isEmpty() && moves.isEmpty()) {
            return Judgement.of(true, required, "none");
        }
        String reason = Stream.concat(
                        alarms.stream().map(NoFalseAlarmExpectation::words),
                        moves.stream().map(move -> "%s was moved off %s".formatted(move.workload(), move.from())))
                .reduce((a, b) -> a + "\n" + b)
                .orElseThrow();
        return new Judgement(false, required, "%d alarms and %d moves".formatted(alarms.size(), moves.size()), reason);
    }

    private static String words(AlertResult alert) {
        return "%s for %s of %s at %s: %s"
                .formatted(
                        alert.tier(),
                        alert.component(),
                        alert.node(),
                        Texts.duration(alert.at()),
                        alert.reasons().isEmpty()
                                ? "no reason given"
                                : alert.reasons().get(0));
    }
}
