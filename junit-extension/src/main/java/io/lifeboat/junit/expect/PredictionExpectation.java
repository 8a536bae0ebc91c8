package io.lifeboat.junit.expect;

import io.lifeboat.engine.AlertTier;
import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.FaultResult;
import io.lifeboat.report.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The engine warned early enough of every fault.
 *
 * @param node id of the node, or empty for all that had a fault
 * @param leadTime before the failure
 * @param tier the least urgent that counts
 */
public record PredictionExpectation(String node, Duration leadTime, AlertTier tier) implements Expectation {

    @Override
    public String text() {
        return node.isEmpty() ? "prediction" : "prediction for " + node;
    }

    @Override
    public Judgement judge(ExperimentResult result) {
        List<FaultResult> faults = result.faults().stream()
                .filter(fault -> node.isEmpty() || fault.node().equals(node))
                .toList();
        if (faults.isEmpty()) {
            return Judgement.noData(
                    required(), "No fault was injected into %s.".formatted(node.isEmpty() ? "any node" : node));
        }
        for (FaultResult fault : faults) {
            Judgement judgement = judge(result, fault);
            if (!judgement.passed()) {
                return judgement;
            }
        }
        return judge(result, faults.get(0));
    }

    private Judgement judge(ExperimentResult result, FaultResult fault) {
        Optional<Duration> lead = result.leadTime(fault, tier.name());
        String observed = lead.map(PredictionExpectation::words).orElseGet(() -> nothing(fault));
        boolean passed = lead.filter(value -> value.compareTo(leadTime) >= 0).isPresent();
        return new Judgement(passed, required(), observed, passed ? "" : reason(fault));
    }

    private String nothing(FaultResult fault) {
        return fault.failedAt().isEmpty()
                ? "no failure of " + fault.node()
                : "no %s for %s".formatted(tier.name().toLowerCase(Locale.ROOT), fault.node());
    }

    private static String reason(FaultResult fault) {
        String what = "%s on %s".formatted(fault.type(), fault.node());
        String injected = Texts.duration(fault.injectedAt());
        if (fault.struckAtOnce()) {
            return "%s came without a run-up at %s: there was nothing to predict it by.%nMaybe set rampUp, or expect a migration or a recovery instead."
                    .formatted(what, injected);
        }
        return fault.failedAt()
                .map(failed ->
                        "%s was injected at %s and failed at %s.".formatted(what, injected, Texts.duration(failed)))
                .orElseGet(() -> "%s was injected at %s and never reached its worst: there was no failure to predict."
                        .formatted(what, injected));
    }

    private String required() {
        return "%s at least %s before the failure"
                .formatted(tier.name().toLowerCase(Locale.ROOT), Texts.duration(leadTime));
    }

    private static String words(Duration lead) {
        return lead.isNegative()
                ? Texts.duration(lead.negated()) + " after the failure"
                : Texts.duration(lead) + " before the failure";
    }
}
