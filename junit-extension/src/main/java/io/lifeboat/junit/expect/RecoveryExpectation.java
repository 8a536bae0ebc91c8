package io.lifeboat.junit.expect;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.FaultResult;
import io.lifeboat.report.journal.Phase;
import io.lifeboat.report.text.Texts;
import java.time.Duration;
import java.util.Optional;

/**
 * Service is as good as before soon enough after the last fault.
 *
 * @param limit since the fault ended or the node crashed
 */
public record RecoveryExpectation(Duration limit) implements Expectation {

    @Override
    public String text() {
        return "recovery";
    }

    @Override
    public Judgement judge(ExperimentResult result) {
        if (result.faults().isEmpty()) {
            return Judgement.noData(
                    Limits.within(limit), "No fault was injected, so there was nothing to recover from.");
        }
        if (!result.hasData(Phase.WHOLE)) {
            return Judgement.noData(
                    Limits.within(limit),
                    "The test put no load on.%nMaybe call load.rate(100).run(…) in the test.".formatted());
        }
        FaultResult last = result.faults().get(result.faults().size() - 1);
        Optional<Duration> observed = result.recoveryTime(last);
        return new Judgement(
                Limits.holds(observed, limit),
                Limits.within(limit),
                observed.map(Texts::duration).orElse("not until the end"),
                observed.isPresent()
                        ? ""
                        : "Requests failed or were slow to the end.%nMaybe measure longer: @ResilienceTest(recovery = \"10s\")."
                                .formatted());
    }
}
